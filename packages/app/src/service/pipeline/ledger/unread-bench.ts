// Tries a rule on the inputs that nobody could read: what it would make of them.

import type { CaromEvent, OperatorRule } from '@carom/core'
import type { RuleTestAsked, UnreadTest } from '../../http/rows-of-set-up.ts'
import type { SqlValue } from '../../store/types.ts'
import { maskJudged } from '../mask-judged.ts'
import { judgeInputs, type ReclassifyDeps } from './reclassify.ts'

/** Inputs that are judged at once, and the time in which as many as possible are. */
const INPUTS_AT_ONCE = 100
const TEST_MS_MAX = 3_000

type Place = { readonly cluster: string; readonly id: number }

export async function testOnUnread(
  deps: ReclassifyDeps, tenant: string, rule: OperatorRule, { limit, cluster }: RuleTestAsked,
): Promise<UnreadTest> {
  const judged = { key: `test ${JSON.stringify(rule)}`, rules: [{ ...rule, enabled: true }] }
  const bench: ReclassifyDeps = { ...deps, rulesOf: async () => judged }
  const tally = new UnreadTally(rule, limit)
  const end = performance.now() + TEST_MS_MAX
  if (cluster !== undefined) {
    const isCut = await lookAt(bench, tenant, tally, end, ['cluster = ?', cluster])
    tally.closeCluster()
    if (isCut) return tally.result(true)
  }
  const others = await lookAt(bench, tenant, tally, end, [
    'cluster IS NOT NULL AND cluster <> ?', cluster ?? ''])
  return tally.result(others)
}

/** Whether the time was too short for all of them. */
async function lookAt(
  deps: ReclassifyDeps, tenant: string, tally: UnreadTally, end: number,
  [which, value]: readonly [sql: string, value: SqlValue],
): Promise<boolean> {
  for (let after: Place = { cluster: '', id: 0 }; ;) {
    const rows: readonly Place[] = await deps.store.all<Place>(
      `SELECT cluster, id FROM inbox WHERE tenant = ? AND ${which} AND (cluster, id) > (?, ?) ` +
      'ORDER BY cluster, id LIMIT ?', [tenant, value, after.cluster, after.id, INPUTS_AT_ONCE])
    for (const judged of await judgeInputs(deps, rows.map(({ id }) => id))) {
      const { keep } = deps.options
      const { item, output } = keep === undefined ? judged : maskJudged(judged, keep)
      tally.add(item.id, output.events)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < INPUTS_AT_ONCE) return false
    if (performance.now() > end) return true
    after = last
  }
}

class UnreadTally {
  readonly #name: string
  readonly #limit: number
  readonly #rows: UnreadTest['rows'][number][] = []
  #scanned = 0
  #met = 0
  #ofCluster: UnreadTest['ofCluster']

  constructor({ id }: OperatorRule, limit: number) {
    this.#name = `operator/${id}`
    this.#limit = limit
  }

  add(inboxId: number, events: readonly CaromEvent[]): void {
    this.#scanned += 1
    const met = events.filter(({ because }) => because[0]?.rule === this.#name)
    if (met.length === 0) return
    this.#met += 1
    for (const { recipient, diagnostic = '', reason } of met) {
      if (this.#rows.length >= this.#limit) return
      this.#rows.push({
        inboxId, diagnostic, after: reason,
        ...(recipient === undefined ? {} : { address: recipient }),
      })
    }
  }

  /** All that was added so far is the cluster's. */
  closeCluster(): void {
    this.#ofCluster = { scanned: this.#scanned, met: this.#met }
  }

  result(isCut: boolean): UnreadTest {
    const ofCluster = this.#ofCluster
    return {
      scanned: this.#scanned, met: this.#met, isCut, rows: this.#rows,
      ...(ofCluster === undefined ? {} : { ofCluster }),
    }
  }
}
