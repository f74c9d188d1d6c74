// How fast the engine and the command are, beside parsers of today and the limit of this machine.
// `npm run bench`; `-- --json` for programs, `-- --big` for a mailbox of 1 GB, and
// `-- --only messages,start` for some of it; `-- service` for the service alone, with `--full` for
// 10 million suppressions and 1 GB of log, and a word of its titles for one figure of it;
// `-- lists` for lists and typing mistakes;
// `-- web` for the pages in Chromium, with `first` or `filters` for one of both.
// Goals are for a machine that does nothing else.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parseArgs } from 'node:util'
import { measureMailbox, measureStart } from './command.ts'
import { loadInputs, type Inputs } from './inputs.ts'
import { median, runRounds, type Result } from './rounds.ts'

const PARTS = ['memory', 'messages', 'replies', 'start', 'mailbox', 'lists', 'service', 'web'] as const
type Part = typeof PARTS[number]
type Figures = Record<string, unknown>

const { values, positionals: [onlyPart, onlyFigure] } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    big: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: PARTS.join(',') },
  },
})
const wanted = new Set(onlyPart === undefined ? values.only.split(',') : [onlyPart])
const inputs = loadInputs()
const largest = inputs.at(-1) as Inputs

const MEASURES: Readonly<Record<Part, () => Promise<Figures>>> = {
  memory: measureMemory,
  messages: async () => {
    const { MESSAGE_READERS } = await import('./contestants.ts')
    const figures: Figures = {}
    for (const { name, messages } of inputs) {
      const bytes = messages.reduce((sum, { length }) => sum + length, 0)
      const title = `${name}: ${messages.length} messages, ${Math.round(bytes / messages.length)} bytes each`
      figures[title] = await runRounds(MESSAGE_READERS, messages)
    }
    return figures
  },
  replies: async () => {
    const { EXACT_READERS, isExact, REPLY_READERS } = await import('./contestants.ts')
    const figures: Figures = {}
    for (const { name, replies } of inputs) {
      figures[`${name}: ${replies.length} replies`] = await runRounds(REPLY_READERS, replies)
      const exact = replies.filter(isExact)
      const title = `${name}: ${exact.length} replies that exact rules decide`
      figures[title] = await runRounds(EXACT_READERS, exact)
    }
    return figures
  },
  start: async () => ({ start: measureStart() }),
  mailbox: async () => {
    const bytes = values.big ? 1e9 : 64e6
    return { mailbox: await measureMailbox(largest.messages, bytes) }
  },
  lists: async () => {
    const { measureLists } = await import('./lists.ts')
    return { lists: await measureLists() }
  },
  service: async () => {
    const { measureService } = await import('./service/measure.ts')
    return await measureService(values.full, onlyFigure)
  },
  web: async () => {
    const { measureWeb } = await import('./web/measure.ts')
    return await measureWeb(onlyFigure)
  },
}

/** What the engine keeps, and what a message costs while it is read. */
async function measureMemory(): Promise<Figures> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const kept = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const { createEngine } = await import('../packages/core/src/index.ts')
  const before = kept()
  const started = performance.now()
  const engine = createEngine()
  const createMs = performance.now() - started
  engine.classify({ text: '550 5.1.1 user unknown' })
  const engineBytes = kept() - before
  const costs = largest.messages.slice(0, 200).map((bytes) => {
    const from = process.memoryUsage().heapUsed
    engine.readMessage(bytes)
    return process.memoryUsage().heapUsed - from
  })
  return { memory: { engineBytes, messageBytes: median(costs), createMs } }
}

/** What figures that are no rates are to reach on a machine of its own. */
const GOALS: Readonly<Record<string, string>> = {
  explainMs: 'at most 80', replyMs: 'at most 80', megabytesPerSecond: 'at least 200 on 2 cores',
  rowsPerSecond: 'at least 200,000', suggestionsPerSecond: 'at least 100,000',
  addressMs: 'at most 1',
}

const figures: Record<string, Figures> = {}
for (const part of PARTS) {
  if (!wanted.has(part)) continue
  try {
    figures[part] = await MEASURES[part]()
  } catch (error) {
    figures[part] = { [part]: { failed: String(error).split('\n')[0] } }
  }
  if (!values.json) print(figures[part])
}
if (values.json) console.log(JSON.stringify(figures, undefined, 2))

function print(part: Figures): void {
  for (const [title, figure] of Object.entries(part)) {
    console.log(`\n${title}`)
    if (Array.isArray(figure)) (figure as Result[]).forEach(printResult)
    else for (const [name, value] of Object.entries(figure as Figures)) printFigure(name, value)
  }
}

function printResult({ name, goal, perSecond, ratio }: Result): void {
  const rate = Math.round(perSecond).toLocaleString('en').padStart(11)
  const share = ratio >= 0.1 ? `${(100 * ratio).toFixed(0)} %` : `${(100 * ratio).toFixed(2)} %`
  const aim = goal === undefined ? '' : `   goal ${goal.toLocaleString('en')}`
  console.log(`  ${name.padEnd(38)} ${rate} /s ${share.padStart(8)}${aim}`)
}

function printFigure(name: string, value: unknown): void {
  const isBytes = name.toLowerCase().endsWith('bytes')
  const text = typeof value !== 'number' ? String(value)
    : isBytes ? `${(value / 1e6).toFixed(2)} MB` : value.toFixed(value < 1 ? 4 : 1)
  const goal = GOALS[name] === undefined ? '' : `   goal ${GOALS[name]}`
  console.log(`  ${name.padEnd(38)} ${text.padStart(11)}${goal}`)
}
