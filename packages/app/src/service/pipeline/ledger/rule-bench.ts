// Tries rules before they are kept: drafts one from texts that nobody could read, and runs one over
// the stored history.

import {
  checkOperatorRules, createEngine, readSummary, type CaromEvent, type Engine, type OperatorRule,
} from '@carom/core'
import type {
  RuleDraft, RuleTest, RuleTestAsked, RuleTestResult,
} from '../../http/rows-of-set-up.ts'
import type { EventRow, Store } from '../../store/types.ts'
import { readWhole } from './reads.ts'
import type { ReclassifyDeps } from './reclassify.ts'
import { searchEvents } from './search.ts'
import { testOnUnread } from './unread-bench.ts'

/** Made at the first question: it takes some milliseconds and megabytes. */
let shared: Engine | undefined

export function sharedEngine(): Engine {
  return shared ??= createEngine()
}

/** Texts of a cluster that a draft is made of. */
const SAMPLES = 20
const SAMPLE_CHARS_MAX = 600
const PHRASES_MAX = 6
const WORDS_MAX = 60
/** Events that are read at once, and the time in which as many as possible are looked at. */
const EVENTS_AT_ONCE = 500
const TEST_MS_MAX = 3_000
/** A reason that is less likely is no suggestion. */
const LIKELY_MIN = 0.2
/** From this confidence on the engine is sure. */
const SURE = 0.9

export async function draftRule(
  store: Store, tenant: string, cluster: string,
): Promise<RuleDraft | undefined> {
  const rows = await store.all<{ id: number; kind: string; text: string | null }>(
    'SELECT inbox.id, inbox.kind, (SELECT event FROM events WHERE events.inbox_id = inbox.id AND ' +
    `events.reason = 'unknown' ORDER BY seq LIMIT 1) AS text FROM inbox WHERE inbox.tenant = ? ` +
    'AND cluster = ? ORDER BY inbox.id DESC LIMIT ?', [tenant, cluster, SAMPLES])
  if (rows.length === 0) return undefined
  const samples: string[] = []
  for (const { id, kind, text } of rows) {
    const diagnostic = text === null ? undefined : (JSON.parse(text) as CaromEvent).diagnostic
    const sample = diagnostic ?? await readText(store, tenant, id, kind)
    if (sample !== '') samples.push(sample.slice(0, SAMPLE_CHARS_MAX))
  }
  const { candidates } = sharedEngine().explain({ text: samples[0] ?? '', failed: true })
  const words = sharedPhrases(samples)
  const likely = candidates.find((one) =>
    one.reason !== 'unknown' && one.confidence >= LIKELY_MIN)
  const reason = likely?.reason ?? 'unknown'
  const id = words.join(' ').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '').slice(0, 40).replace(/-$/, '')
  return {
    rule: { id: id === '' ? `cluster-${cluster.slice(0, 8)}` : id, match: { words }, reason },
    candidates, samples: samples.slice(0, 5),
  }
}

async function readText(
  store: Store, tenant: string, id: number, kind: string,
): Promise<string> {
  const raw = await readWhole(store, tenant, id)
  if (raw === undefined) return ''
  return kind === 'message' ? readSummary(raw.bytes, SAMPLE_CHARS_MAX).text
    : Buffer.from(raw.bytes.subarray(0, SAMPLE_CHARS_MAX)).toString('utf8')
}

/** Words that stand in all texts in the same order, those beside each other as one phrase. */
function sharedPhrases(samples: readonly string[]): string[] {
  const [first = '', ...others] = samples.map(plainWords)
  let stays = (first === '' ? [] : first).map((word, at) => ({ word, at }))
    .filter(({ word }) => word !== GAP)
  for (const words of others) {
    let from = 0
    stays = stays.filter(({ word }) => {
      const found = words.indexOf(word, from)
      if (found >= 0) from = found + 1
      return found >= 0
    })
  }
  const phrases: { text: string; end: number }[] = []
  for (const { word, at } of stays) {
    const last = phrases.at(-1)
    if (last?.end === at) Object.assign(last, { text: `${last.text} ${word}`, end: at + 1 })
    else phrases.push({ text: word, end: at + 1 })
  }
  return phrases.map(({ text }) => text).sort((a, b) => b.length - a.length)
    .slice(0, PHRASES_MAX)
    .sort((a, b) => phrases.findIndex(({ text }) => text === a) -
      phrases.findIndex(({ text }) => text === b))
}

/** What is written around words. */
const EDGES = /^[^\p{L}\p{N}]{1,40}|[^\p{L}\p{N}]{1,40}$/gu
/** Stands where a word differs from reply to reply. */
const GAP = '…'

/** Words as they stand, but those with digits or an @: they differ from reply to reply. */
function plainWords(text: string): string[] {
  return text.split(/\s/).filter((word) => word !== '')
    .map((word) => word.replaceAll(EDGES, ''))
    .map((word) => word === '' || /[\d@]/.test(word) ? GAP : word.toLowerCase())
    .slice(0, WORDS_MAX)
}

export async function testRule(
  deps: ReclassifyDeps, tenant: string, value: unknown, asked: RuleTestAsked,
): Promise<RuleTestResult> {
  const checked = checkOperatorRules([value])
  if (checked.rules === undefined) {
    return { kind: 'refused', problems: checked.problems.map(({ path, message }) =>
      ({ path: path.replace(/^\[0\]\.?/, ''), message })) }
  }
  const [rule] = checked.rules as [OperatorRule]
  const history = await testOnHistory(deps.store, tenant, rule, asked.limit)
  const unread = await testOnUnread(deps, tenant, rule, asked)
  return { kind: 'tested', test: { ...history, unread } }
}

type HistoryTest = Omit<RuleTest, 'unread'>

async function testOnHistory(
  store: Store, tenant: string, rule: OperatorRule, limit: number,
): Promise<HistoryTest> {
  const bench = new RuleBench(rule, limit)
  const end = performance.now() + TEST_MS_MAX
  const filter = { kind: 'failed', text: wordsOf(rule) } as const
  for (let after: readonly (string | number)[] | undefined; ;) {
    const page = await searchEvents(
      store, tenant, filter, { limit: EVENTS_AT_ONCE, ...(after === undefined ? {} : { after }) })
    for (const row of page.rows) bench.add(row)
    const last = page.rows.at(-1)
    if (page.next === undefined) return bench.result(page.scannedUntil)
    if (performance.now() > end) return bench.result(last?.receivedAt)
    after = page.next
  }
}

/** The whole words of a rule, by which the events that it may meet are found. */
function wordsOf({ match }: OperatorRule): string {
  const pieces = 'words' in match ? match.words : match.template.split('*')
  return pieces.join('\n')
}

class RuleBench {
  readonly #rule: OperatorRule
  readonly #engine: Engine
  readonly #limit: number
  readonly #rows: RuleTest['rows'][number][] = []
  readonly #moves = new Map<string, { from: string; to: string; n: number }>()
  #scanned = 0
  #met = 0
  #changed = 0
  #conflicts = 0

  constructor(rule: OperatorRule, limit: number) {
    this.#rule = rule
    // Also one that is switched off, to see what it would do.
    this.#engine = sharedEngine().withRules([{ ...rule, enabled: true }])
    this.#limit = limit
  }

  add({ id, address, event }: EventRow): void {
    this.#scanned += 1
    const { diagnostic, replyCode, enhancedCode, command, remoteMta: host, reason } = event
    if (diagnostic === undefined) return
    const verdict = this.#engine.classify({
      text: diagnostic, replyCode, enhancedCode, command, host, failed: true,
    })
    if (verdict.because[0]?.rule !== `operator/${this.#rule.id}`) return
    this.#met += 1
    if (reason !== verdict.reason) {
      this.#changed += 1
      const name = `${reason} ${verdict.reason}`
      const move = this.#moves.get(name) ?? { from: reason, to: verdict.reason, n: 0 }
      move.n += 1
      this.#moves.set(name, move)
    }
    const isOwn = event.because[0]?.rule.startsWith('operator/') === true
    const isConflict = reason !== verdict.reason && reason !== 'unknown' && !isOwn
      && event.confidence >= SURE
    if (isConflict) this.#conflicts += 1
    if (this.#rows.length >= this.#limit) return
    this.#rows.push({
      event: id, address, diagnostic, before: reason, after: verdict.reason,
      confidence: event.confidence, isConflict,
    })
  }

  result(scannedUntil: number | undefined): HistoryTest {
    return {
      scanned: this.#scanned, met: this.#met, changed: this.#changed,
      moves: [...this.#moves.values()].sort((a, b) => b.n - a.n), conflicts: this.#conflicts,
      rows: this.#rows, ...(scannedUntil === undefined ? {} : { scannedUntil }),
    }
  }
}
