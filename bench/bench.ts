// How fast the engine, the command, the service and the pages are, beside parsers of today and the
// limit of this machine. `npm run bench -- --help` tells what it measures and takes.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { HELP, PARTS, readArguments, type Part } from './arguments.ts'
import { measureMailbox, measureStart } from './command.ts'
import { loadInputs, type Inputs } from './inputs.ts'
import { median, runRounds, type Result } from './rounds.ts'

type Figures = Record<string, unknown>

const read = readArguments(process.argv.slice(2))
if (read.kind !== 'run') {
  if (read.kind === 'help') process.stdout.write(HELP)
  else process.stderr.write(`bench: ${read.problem}; npm run bench -- --help tells what there is\n`)
  process.exit(read.kind === 'help' ? 0 : 2)
}
const { json, big, full, parts, figure: onlyFigure } = read.run
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
    const bytes = big ? 1e9 : 64e6
    return { mailbox: await measureMailbox(largest.messages, bytes) }
  },
  lists: async () => {
    const { measureLists } = await import('./lists.ts')
    return { lists: await measureLists() }
  },
  service: async () => {
    const { measureService } = await import('./service/measure.ts')
    return await measureService(full, onlyFigure)
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
  if (!parts.includes(part)) continue
  try {
    figures[part] = await MEASURES[part]()
  } catch (error) {
    figures[part] = { [part]: { failed: String(error).split('\n')[0] } }
  }
  if (!json) print(figures[part])
}
if (json) console.log(JSON.stringify(figures, undefined, 2))

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
