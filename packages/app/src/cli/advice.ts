// `carom advice`: what the store's sends and bounces tell of one's habits: grades, how fast and how
// often to send, volumes, and the plan of a new domain.

import { createTypoFinder, type TypoFinder } from '@carom/core/prevent'
import { readStats } from '../service/optin/stats.ts'
import { measureFrequency } from '../service/prevent/habits/frequency.ts'
import { measureHabits } from '../service/prevent/habits/measure.ts'
import { advisePacing, formatShaping } from '../service/prevent/habits/pacing.ts'
import {
  measureVolume, VOLUME_KINDS, type VolumeKind,
} from '../service/prevent/habits/volume.ts'
import { planFor } from '../service/prevent/habits/warm-up.ts'
import { readOwnDomains } from '../service/prevent/own-domains.ts'
import { findTypos } from '../service/prevent/typos.ts'
import type { Store } from '../service/store/types.ts'
import {
  formatFrequency, formatHabits, formatOptin, formatPacing, formatPlan, formatTypos, formatVolume,
} from './advice/format.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { layoutOf, type Layout } from './explain/page.ts'
import { readTimes } from './ledger/filter.ts'
import { openStoreThatIs } from './ledger/open-store.ts'
import { LEDGER_OPTIONS, withConfig } from './ledger/open.ts'

const MONTH_MS = 30 * 86_400_000
const TARGET_MAX = 100_000_000
const TYPOS_MAX = 200

export const command: Command = {
  name: 'advice',
  summary: 'say how well habits keep mail from bouncing, how fast and how often to send',
  usage: ['habits [OPTION…]', 'typos [OPTION…]', 'optin [OPTION…]', 'frequency [OPTION…]',
    'pacing [OPTION…]', 'volume [OPTION…]', 'warm-up --target NUMBER [OPTION…]'],
  description: [
    'Answers from the store that the service works on; sends must be registered there (POST '
      + '/v1/sends), or come from the log of a mail server.',
    'habits grades the eight habits that keep mail from bouncing, each by the bounces that it would '
      + 'have kept away. typos names mistyped domains at which addresses bounced. optin tells how many '
      + 'confirmed of those who were asked, and how many bounced of these and the others, by source. '
      + 'frequency tells how often people get mail, by list, and from how many a week '
      + 'on they complain. pacing names the receivers that asked to be sent to more slowly, how fast '
      + 'is safe and when to go on. volume shows what was sent each day and marks what stands out. '
      + 'warm-up plans the days of a domain that begins to send, from what it sent so far and what '
      + 'came back.',
  ],
  options: [
    { name: 'since', value: 'TIME', default: 'thirty days before',
      summary: 'From this time on: 2026-03-01, 2026-03-01T14:00Z.' },
    { name: 'until', value: 'TIME', default: 'now', summary: 'Before this time.' },
    { name: 'receiver', value: 'NAME', summary: 'pacing: only this receiver, such as google.' },
    { name: 'kumomta', summary: 'pacing: write rules that KumoMTA\'s shaping helper loads.' },
    { name: 'by', value: 'WHAT', choices: VOLUME_KINDS, default: 'domain',
      summary: 'volume: by sending domain, receiver, or address that mail is sent from.' },
    { name: 'target', value: 'NUMBER', summary: 'warm-up: mails a day in the end.' },
    { name: 'domain', value: 'DOMAIN', default: 'a new one',
      summary: 'warm-up: the domain that mail is sent from.' },
    ...LEDGER_OPTIONS,
  ],
  examples: [
    { line: 'carom advice habits', summary: 'What would have kept most bounces away?' },
    { line: 'carom advice pacing --kumomta > shaping.toml', summary: 'How fast may KumoMTA send?' },
    { line: 'carom advice warm-up --target 20000 --domain news.example.com',
      summary: 'How much may it send today?' },
  ],
  exitCodes: { 1: 'The store cannot be opened.', 2: 'Wrong usage.' },
  run: runAdvice,
}

/** What is answered, and how it looks on paper. */
type Answer = { readonly value: unknown; readonly format: (layout: Layout) => string }

type Question = {
  readonly store: Store
  readonly tenant: string
  readonly args: Arguments
  readonly mailsPerWeekMax: number
}

const ANSWERS: Readonly<Record<string, (question: Question) => Promise<Answer>>> = {
  async habits({ store, tenant, args }) {
    const value = await measureHabits(store, tenant, timeOf(args), await finderOf(store, tenant))
    return { value, format: (layout) => formatHabits(value, layout) }
  },
  async typos({ store, tenant }) {
    const value = await findTypos(store, tenant, await finderOf(store, tenant), TYPOS_MAX)
    return { value, format: (layout) => formatTypos(value, layout) }
  },
  async optin({ store, tenant }) {
    const value = await readStats(store, tenant, Date.now())
    return { value, format: (layout) => formatOptin(value, layout) }
  },
  async frequency({ store, tenant, args, mailsPerWeekMax }) {
    const value = await measureFrequency(store, tenant, { ...timeOf(args), mailsPerWeekMax })
    return { value, format: (layout) => formatFrequency(value, layout) }
  },
  async pacing({ store, tenant, args }) {
    const value = await advisePacing(store, tenant, Date.now(), args.value('receiver'))
    return { value, format: (layout) => formatPacing(value, layout) }
  },
  async volume({ store, tenant, args }) {
    const by = args.value('by') as VolumeKind | undefined ?? 'domain'
    const value = await measureVolume(store, tenant, { ...timeOf(args), by })
    return { value, format: (layout) => formatVolume(value, layout) }
  },
  async 'warm-up'({ store, tenant, args }) {
    const domain = args.value('domain')?.toLowerCase() ?? ''
    const value = await planFor(store, tenant, { target: targetOf(args), domain, now: Date.now() })
    return { value, format: (layout) => formatPlan(value, layout) }
  },
}

async function runAdvice(args: Arguments, io: Io): Promise<number> {
  const [verb = '', ...rest] = args.positionals
  const answer = Object.hasOwn(ANSWERS, verb) ? ANSWERS[verb] : undefined
  if (answer === undefined || rest.length > 0) {
    throw new UsageError(`it takes one of ${Object.keys(ANSWERS).join(', ')}`,
      'Try `carom advice habits`.')
  }
  // What is typed wrongly is told before any store is opened.
  if (verb === 'warm-up') targetOf(args)
  else timeOf(args)
  return await withConfig('advice', args, io, async (config, tenant) => {
    const store = await openStoreThatIs(config)
    try {
      const { mailsPerWeekMax } = config.prevent
      const { value, format } = await answer({ store, tenant, args, mailsPerWeekMax })
      await io.stdout.write(args.has('kumomta') && verb === 'pacing'
        ? formatShaping(value as Awaited<ReturnType<typeof advisePacing>>)
        : args.has('json') || !io.isTerminal ? `${JSON.stringify(value)}\n`
          : format(layoutOf(io)))
      return 0
    } finally {
      await store.close()
    }
  })
}

async function finderOf(store: Store, tenant: string): Promise<TypoFinder> {
  return createTypoFinder({ own: await readOwnDomains(store, tenant) })
}

function timeOf(args: Arguments): { readonly from: number; readonly until: number } {
  const { from, until = Date.now() } = readTimes(args) ?? {}
  return { from: from ?? until - MONTH_MS, until }
}

/** @throws UsageError */
function targetOf(args: Arguments): number {
  const target = Number(args.value('target'))
  if (Number.isInteger(target) && target >= 1 && target <= TARGET_MAX) return target
  throw new UsageError('--target is the number of mails a day in the end',
    'Such as --target 20000.')
}
