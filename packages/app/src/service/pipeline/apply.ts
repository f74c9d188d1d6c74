// One batch of judged inputs becomes events, incidents, states, suppressions, audit rows and
// notifications: all of it in one transaction, or nothing.

import type { PolicyGuards } from '@carom/core'
import type { Tx } from '../store/types.ts'
import { Accounts, addProof, domainAccount, dropProof } from './accounts.ts'
import { lockTenant } from './audit.ts'
import { suppressionBudget } from './budget.ts'
import { decide, type Decision } from './decide.ts'
import { addDeliveries, collectDeliveries, noteDeliveries, type Delivery } from './deliveries.ts'
import { touchDomains } from './domains.ts'
import { collectEvidence, type Evidence } from './evidence.ts'
import { finishInbox } from './finish.ts'
import { IncidentBook, type Marks } from './incidents.ts'
import type { JudgedItem } from './judged.ts'
import { noteLife } from './lives.ts'
import { maskJudged } from './mask-judged.ts'
import { changeNote, eventNote } from './notes.ts'
import { guardOutages } from './outages.ts'
import { selectIn } from './rows.ts'
import { registerLogged } from './sends.ts'
import { isTrusted, matchSends, mayCount } from './trust.ts'
import { writeReports } from '../reports/write.ts'
import type {
  ActivePolicy, Applied, ApplyDeps, ApplyOptions, Change, EventFate,
} from './types.ts'
import { learnWaits, readHabits, type Arrival } from './waits.ts'
import { writeAll, writeEvents, writeIncidents, type LifeWrites } from './write.ts'
import type { WrittenEvent } from './written-event.ts'

export type ApplyMode = {
  /** Inputs were judged before: what came of them is taken back first. */
  readonly again?: true
  /** Called when nobody else applies any more; what it throws rolls everything back. */
  readonly beforeTaking?: (tx: Tx) => Promise<void>
  /** Called with what would be written; what it throws rolls everything back. */
  readonly beforeWrite?: (changes: readonly Change[]) => void
}

/** Applies inputs of one tenant. Rejects when nothing was written. */
export async function applyBatch(
  deps: ApplyDeps, tenant: string, given: readonly JudgedItem[], mode: ApplyMode = {},
): Promise<Applied> {
  const { keep } = deps.options
  const judged = keep === undefined ? given : given.map((one) => maskJudged(one, keep))
  const active = await deps.policyOf(tenant)
  const evidence = judged.flatMap(({ item, output: { events, written, senderDomains } }) =>
    events.map((event, i) => collectEvidence({
      item, event, written: written[i] as WrittenEvent, senderDomain: senderDomains?.[i],
    }, deps.options.equivalence)))
  const deliveries = collectDeliveries(judged, deps.options.equivalence)
    .filter((delivery) => mayCountDelivery(delivery, deps.options, active.policy.guards))
  return await deps.store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    await mode.beforeTaking?.(tx)
    const { orphans, marks } = mode.again === true
      ? await takeBack(tx, tenant, judged) : NOTHING_TAKEN
    await matchSends(tx, tenant, evidence, deps.options.equivalence)
    const fates = await dropKnown(tx, tenant, evidence)
    const work = await collect(tx, deps, tenant, active, { fates, deliveries, marks })
    await work.accounts.add(tx, orphans.map(({ address }) => address))
    for (const { address, list } of orphans) work.accounts.of(address, list).touched = true
    const now = deps.now()
    const outages = await guardOutages(tx, { tenant, ...work, active, now })
    const budget = await suppressionBudget(tx, tenant, active, work.accounts, now)
    const decided = decide(work.accounts.all(), active, now, budget, 'policy')
    const decision = deps.options.dryRun ? asDryRun(decided) : decided
    mode.beforeWrite?.(decision.changes)
    await writeIncidents(tx, tenant, work.book.writes)
    await writeEvents(tx, work.fates)
    await writeAll(tx, tenant, lastHash, {
      accounts: work.accounts, changes: decision.changes, active, now, actor: 'policy',
      lives: work.lives,
      audit: [...outages.audit, ...decision.audit],
    })
    await deps.notify(tx, tenant, [
      ...(mode.again === true ? [] : work.fates.flatMap(eventNote)),
      ...decision.changes.map(changeNote),
    ])
    await writeReports(tx, tenant, judged.flatMap(({ item, output: { reports = [] } }) =>
      reports.map((report) => ({
        report, inboxId: item.id, trust: item.trust, receivedAt: item.receivedAt,
        isMail: item.kind === 'message',
      }))))
    await finishInbox(
      tx, tenant, judged, { now, keepsRaw: keep === undefined, again: mode.again === true })
    return {
      events: fates.map((fate) => fate.evidence), deliveries: work.deliveries,
      changes: decision.changes, putOff: decision.putOff, outages: outages.receivers,
    }
  })
}

/** The audit says what would have been done; the states stay as they were. */
function asDryRun({ changes, putOff, audit }: Decision): Decision {
  for (const { account, before } of changes) account.state = before
  return {
    changes: [], putOff,
    audit: audit.map((entry) => ({ ...entry, action: `dry-run:${entry.action}` })),
  }
}

/**
 * The same report, however often and whichever way it comes, is one event. What comes again counts
 * only where it proves more than before or tells of an earlier time, so that the order of arrival
 * does not matter.
 */
async function dropKnown(
  tx: Tx, tenant: string, evidence: readonly Evidence[],
): Promise<EventFate[]> {
  const ids = [...new Set(evidence.map(({ event }) => event.id))]
  const rows = await selectIn<{ id: string; trust: number; occurred_at: number }>(
    tx, 'SELECT id, trust, occurred_at FROM events WHERE tenant = ? AND id', [tenant], ids)
  const known = new Map(rows.map((row) => [row.id, { trust: row.trust, at: row.occurred_at }]))
  const fates: EventFate[] = []
  const strongestFirst = [...evidence].sort((a, b) => b.trust - a.trust || a.at - b.at)
  for (const piece of strongestFirst) {
    const { id } = piece.event
    const before = known.get(id)
    if (before !== undefined && before.trust >= piece.trust && before.at <= piece.at) continue
    known.set(id, {
      trust: Math.max(before?.trust ?? 0, piece.trust),
      at: Math.min(before?.at ?? piece.at, piece.at),
    })
    fates.push({ evidence: piece, counted: false, ...(before === undefined ? {} : { before }) })
  }
  return fates
}

type Taken = {
  /** Accounts whose incidents were taken out. */
  readonly orphans: readonly { readonly address: string; readonly list: string }[]
  readonly marks: Marks
}

const NOTHING_TAKEN: Taken = { orphans: [], marks: new Map() }

/** Takes out the events of these inputs and the incidents that rest on them. */
async function takeBack(tx: Tx, tenant: string, judged: readonly JudgedItem[]): Promise<Taken> {
  const inputs = judged.map(({ item }) => item.id)
  const events = await selectIn<{ incident: string | null }>(
    tx, 'DELETE FROM events WHERE inbox_id', [], inputs, 'RETURNING incident')
  const incidents = [...new Set(events.flatMap(({ incident }) => incident ?? []))]
  const orphans = await selectIn<{
    address: string; list: string; names: string; held: number; voided: number
  }>(
    tx, 'DELETE FROM incidents WHERE tenant = ? AND id', [tenant], incidents,
    'RETURNING address, list, names, held, voided')
  // Whatever they mean now, what was undone stays undone.
  const marks = new Map(orphans.flatMap(({ names, held, voided }) => {
    if (held + voided === 0) return []
    const mark = {
      ...(held === 1 ? { held: true } : {}), ...(voided === 1 ? { voided: true } : {}),
    }
    return names.split(' ').map((name) => [name, mark] as const)
  }))
  return { orphans, marks }
}

type Batch = {
  readonly fates: EventFate[]; readonly deliveries: readonly Delivery[]; readonly marks: Marks
}
type Work = Omit<Batch, 'marks'> & { accounts: Accounts; book: IncidentBook; lives: LifeWrites }

async function collect(
  tx: Tx, deps: ApplyDeps, tenant: string, active: ActivePolicy,
  { fates, deliveries, marks }: Batch,
): Promise<Work> {
  const { policy } = active
  const addresses = new Set<string>()
  for (const { evidence: { address, domain } } of fates) {
    if (address !== '') addresses.add(address).add(domainAccount(domain))
  }
  const accounts = await Accounts.load(tx, tenant, [...addresses], policy.scope === 'address+list')
  for (const fate of fates) {
    fate.counted = mayCount(fate.evidence, deps.options.ownDomains, policy.guards)
  }
  const counting = fates.filter(({ counted, evidence }) => counted && evidence.strand !== undefined)
  await addHabits(tx, tenant, counting)
  const book = new IncidentBook(accounts, marks)
  for (const fate of counting) fate.incident = book.add(fate.evidence)
  const domains = new Map<string, number>()
  for (const fate of fates) if (fate.counted) addLife(accounts, fate, domains)
  const { fresh, more } = await addDeliveries(tx, tenant, deliveries, accounts)
  await registerLogged(tx, tenant, {
    deliveries, events: fates.map(({ evidence }) => evidence),
    mayJudgeAgain: deps.options.keep === undefined,
  })
  await learnWaits(tx, tenant, [...fates.flatMap(arrivalOf), ...fresh.map(toArrival)], accounts)
  noteDeliveries(domains, fresh)
  await touchDomains(tx, tenant, { fates, domains }, accounts, book)
  return { accounts, book, fates, deliveries: fresh, lives: { more, domains } }
}

/** Soft failures whose replies name no time are told how long their receiver usually takes. */
async function addHabits(tx: Tx, tenant: string, fates: readonly EventFate[]): Promise<void> {
  const soft = fates.map(({ evidence }) => evidence).filter(({ event }) => event.kind === 'failed'
    && event.remedy === 'retry' && event.retryAfterSeconds === undefined)
  if (soft.length === 0) return
  const habits = await readHabits(tx, tenant, soft.map(({ receiver }) => receiver))
  for (const evidence of soft) {
    evidence.habitMs = habits(evidence.receiver, evidence.event.reason)
  }
}

function arrivalOf({ evidence, counted, before }: EventFate): Arrival[] {
  const { address, list, at, proof, messages: [message] } = evidence
  return counted && before === undefined && proof === 'delivered'
    ? [{ address, list, at, message }] : []
}

function toArrival({ address, list, proof: { at, message } }: Delivery): Arrival {
  return { address, list, at, message }
}

function mayCountDelivery(
  { domain, item }: Delivery, { ownDomains }: ApplyOptions, guards: PolicyGuards | undefined,
): boolean {
  return !ownDomains.includes(domain) && isTrusted(item, guards)
}

function addLife(
  accounts: Accounts, { evidence, before }: EventFate, domains: Map<string, number>,
): void {
  const { address, domain, list, proof: kind, at, messages: [message] } = evidence
  if (kind === undefined) return
  noteLife(domains, domain, Math.min(at, before?.at ?? at))
  const place = domainAccount(domain)
  const concerned = [accounts.of(address, list)]
  if (accounts.has(place, '')) concerned.push(accounts.exact(place, ''))
  for (const account of concerned) {
    if (before !== undefined) dropProof(account, { at: before.at, kind })
    addProof(account, {
      at: Math.min(at, before?.at ?? at), kind, ...(message === undefined ? {} : { message }),
    })
  }
}
