// Judges stored inputs by the rules of today, shows what differs, and applies it when asked.

import type { CaromEvent } from '@carom/core'
import type { PageQuery } from '../../http/rows.ts'
import type { ReclassifyInput, ReclassifyResult } from '../../http/rows-of-work.ts'
import type { Envelope, InboxItem, InputKind, Reader, Store, Trust } from '../../store/types.ts'
import { applyBatch } from '../apply.ts'
import type { Applied, ApplyDeps } from '../types.ts'
import type { JudgePool } from '../judge-pool.ts'
import type { JudgeInput, JudgeRules } from '../judge.ts'
import { rulesOfAll } from '../judge-rules.ts'
import type { JudgedItem } from '../judged.ts'
import { selectIn } from '../rows.ts'
import { mayCount, type Claim } from '../trust.ts'
import { DryRunDone } from './dry-run.ts'
import { Conditions } from './filters.ts'
import { readWhole } from './reads.ts'
import { Tally } from './reclassify-tally.ts'
import { searchEvents } from './search.ts'

/** Inputs that are judged and applied at once, and events that are looked up at once. */
const INPUTS_AT_ONCE = 100
const EVENTS_AT_ONCE = 500

export type ReclassifyDeps = ApplyDeps & {
  readonly pool: JudgePool
  readonly rulesOf: (tenant: string) => Promise<JudgeRules | undefined>
  readonly typeOfSource: (id: string) => JudgeInput['sourceType']
  readonly applied: (tenant: string, applied: Applied) => void
}

type InboxDbRow = {
  readonly id: number; readonly tenant: string; readonly source: string; readonly kind: InputKind
  readonly transport_key: string; readonly received_at: number; readonly trust: Trust
  readonly envelope: string
}

export async function reclassify(
  deps: ReclassifyDeps, tenant: string, input: ReclassifyInput,
): Promise<ReclassifyResult> {
  const tally = new Tally(input)
  for await (const ids of findInputs(deps.store, tenant, input)) {
    await judgeAgain(deps, tenant, ids, input, tally)
  }
  return tally.result
}

async function* findInputs(
  store: Store, tenant: string, input: ReclassifyInput,
): AsyncGenerator<readonly number[]> {
  const { rule } = input.filter
  // Looked up before any of them is judged: then it may rest on the rule no more.
  if (rule !== undefined) {
    const ids = [...await inputsOfRule(store, tenant, rule)].sort((a, b) => a - b)
    for (let at = 0; at < ids.length; at += INPUTS_AT_ONCE) yield ids.slice(at, at + INPUTS_AT_ONCE)
    return
  }
  for (let after = 0; ;) {
    const ids = await nextInputs(store, tenant, input, after)
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    yield ids
  }
}

async function inputsOfRule(
  store: Store, tenant: string, rule: string,
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  for (let after: PageQuery['after']; ;) {
    const { rows, next } = await searchEvents(
      store, tenant, { rule }, { limit: EVENTS_AT_ONCE, ...(after === undefined ? {} : { after }) })
    for (const { inboxId } of rows) found.add(inboxId)
    if (next === undefined) return found
    after = next
  }
}

async function nextInputs(
  reader: Reader, tenant: string, { filter }: ReclassifyInput, after: number,
): Promise<number[]> {
  const where = new Conditions().add('tenant = ?', tenant).add('id > ?', after)
    .addIf(filter.source, 'source = ?').addTime('received_at', filter.time)
  if (filter.unmatched === 'only') where.add('cluster IS NOT NULL')
  else if (filter.unmatched === 'also') where.add(`state IN ('done', 'unmatched')`)
  else where.add(`state = 'done'`)
  const { reason, address, domain } = filter
  if (reason !== undefined || address !== undefined || domain !== undefined) {
    const events = new Conditions().addIf(reason, 'reason = ?').addIf(address, 'address = ?')
      .addIf(domain, 'domain = ?')
    where.add(`id IN (SELECT inbox_id FROM events WHERE ${events.sql})`, ...events.values)
  }
  const rows = await reader.all<{ id: number }>(
    `SELECT id FROM inbox WHERE ${where.sql} ORDER BY id LIMIT ?`,
    [...where.values, INPUTS_AT_ONCE])
  return rows.map(({ id }) => id)
}

async function judgeAgain(
  deps: ReclassifyDeps, tenant: string, ids: readonly number[], input: ReclassifyInput,
  tally: Tally,
): Promise<void> {
  const judged = await judgeInputs(deps, ids)
  const before = await eventsOf(deps.store, ids)
  const { policy: { guards } } = await deps.policyOf(tenant)
  const changed = judged.filter(({ item, output }) => {
    const stored = before.get(item.id) ?? []
    // What must be proved may be less or more today.
    const counting = stored.map((one) => ({
      before: one.counted === 1,
      after: mayCount({ ...one, item }, deps.options.ownDomains, guards),
    }))
    return tally.compare(stored.map(({ event }) => event), output.events, counting)
  })
  let left: readonly JudgedItem[] = changed
  while (left.length > 0 && !await applyAgain(deps, tenant, left, input, tally)) {
    left = await stillKept(deps.store, left)
  }
}

/** What was read is no longer all there is: nothing is written. */
class Outdated extends Error {}

/**
 * An incident rests on all its evidence, so all of it is applied again. False where more of it came
 * in, or was erased, while it was judged.
 */
async function applyAgain(
  deps: ReclassifyDeps, tenant: string, changed: readonly JudgedItem[],
  { dryRun }: ReclassifyInput, tally: Tally,
): Promise<boolean> {
  const ids = changed.map(({ item }) => item.id)
  const all = await inputsOfSameIncidents(deps.store, tenant, ids)
  const rest = await judgeInputs(deps, [...all].filter((id) => !ids.includes(id)))
  const judged = [...changed, ...rest]
  try {
    const applied = await applyBatch(deps, tenant, judged, {
      again: true,
      beforeTaking: async (tx) => {
        const kept = await stillKept(tx, judged)
        const now = await inputsOfSameIncidents(tx, tenant, ids)
        if (kept.length < judged.length || [...now].some((id) => !all.has(id))) throw new Outdated()
      },
      beforeWrite: (changes) => {
        tally.addressesChanged += changes
          .filter(({ before: was, after: is }) => (was?.status ?? 'active') !== is.status).length
        if (dryRun) throw new DryRunDone(undefined)
      },
    })
    deps.applied(tenant, applied)
  } catch (error) {
    if (error instanceof Outdated) return false
    if (!(error instanceof DryRunDone)) throw error
  }
  return true
}

async function stillKept(reader: Reader, judged: readonly JudgedItem[]): Promise<JudgedItem[]> {
  const rows = await selectIn<{ id: number }>(
    reader, 'SELECT id FROM raws WHERE id', [], judged.map(({ item }) => item.rawId))
  const kept = new Set(rows.map(({ id }) => id))
  return judged.filter(({ item }) => kept.has(item.rawId))
}

/** Inputs whose raw bytes are still there, judged. */
export async function judgeInputs(
  deps: ReclassifyDeps, ids: readonly number[],
): Promise<JudgedItem[]> {
  const rows = await selectIn<InboxDbRow>(
    deps.store, 'SELECT * FROM inbox WHERE id', [], ids, 'ORDER BY id')
  const items: InboxItem[] = []
  for (const row of rows) {
    const raw = await readWhole(deps.store, row.tenant, row.id)
    if (raw !== undefined) items.push(toItem(row, raw.bytes))
  }
  const rules = await rulesOfAll(deps, items)
  const judgements = await deps.pool.judge(items.map((item) => ({
    kind: item.kind, bytes: item.bytes, source: item.source, envelope: item.envelope,
    sourceType: deps.typeOfSource(item.source), receivedAt: item.receivedAt,
    rules: rules.get(item.tenant),
  })))
  return judgements.flatMap((judgement, index) => judgement.kind === 'broke' ? [] : [{
    item: items[index] as InboxItem, output: judgement.output,
  }])
}

function toItem(row: InboxDbRow, bytes: Uint8Array): InboxItem {
  return {
    id: row.id, rawId: row.id, tenant: row.tenant, source: row.source, kind: row.kind,
    transportKey: row.transport_key, receivedAt: row.received_at, trust: row.trust,
    envelope: JSON.parse(row.envelope) as Envelope, isSuspect: false, bytes,
  }
}

type StoredEvent = Pick<Claim, 'address' | 'domain' | 'trust'> & {
  readonly event: CaromEvent
  readonly counted: number
}

async function eventsOf(
  reader: Reader, ids: readonly number[],
): Promise<ReadonlyMap<number, readonly StoredEvent[]>> {
  const rows = await selectIn<Omit<StoredEvent, 'event'> & { inbox_id: number; event: string }>(
    reader, 'SELECT inbox_id, address, domain, trust, counted, event FROM events WHERE inbox_id',
    [], ids, 'ORDER BY seq')
  const events = new Map<number, StoredEvent[]>()
  for (const { inbox_id: input, event, ...rest } of rows) {
    const known = events.get(input) ?? []
    known.push({ ...rest, event: JSON.parse(event) as CaromEvent })
    events.set(input, known)
  }
  return events
}

/** Those, and all that share an incident with one of them, or with one that does. */
async function inputsOfSameIncidents(
  reader: Reader, tenant: string, ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const all = new Set(ids)
  for (let fresh = [...all]; fresh.length > 0;) {
    const found = await selectIn<{ address: string; incident: string }>(reader,
      'SELECT address, incident FROM events WHERE incident IS NOT NULL AND inbox_id', [], fresh)
    const incidents = new Set(found.map(({ incident }) => incident))
    const addresses = [...new Set(found.map(({ address }) => address))]
    const rows = await selectIn<{ inbox_id: number; incident: string }>(
      reader, 'SELECT inbox_id, incident FROM events WHERE incident IS NOT NULL AND tenant = ? ' +
        'AND address', [tenant], addresses)
    fresh = [...new Set(rows.filter(({ incident }) => incidents.has(incident))
      .map((row) => row.inbox_id))].filter((id) => !all.has(id))
    for (const id of fresh) all.add(id)
  }
  return all
}
