// Incidents: all evidence of one failure of one message to one address, in whatever order it comes.

import type { Incident } from '@carom/core'
import type { InputKind } from '../store/types.ts'
import type { Account, Accounts } from './accounts.ts'
import type { Evidence } from './evidence.ts'

/** Ids of so long begin alike. */
const ID_TIME_MS = 1_000
/** Enough for two thousand years. */
const ID_TIME_CHARS = 7

export type IncidentWrites = {
  /** Incidents to write anew, with their account. */
  readonly changed: Map<string, { readonly account: Account; readonly domain: string }>
  /** Those of them that are in no store yet. */
  readonly fresh: Set<string>
  /** Incidents that turned out to be another of the same address: from → to. */
  readonly merged: Map<string, { readonly to: string; readonly address: string }>
  /** All names of each incident to write. */
  readonly namesOf: (ids: ReadonlySet<string>) => ReadonlyMap<string, readonly string[]>
}

/** What people and guards said of incidents that are made anew, by their names. */
export type Marks = ReadonlyMap<string, Pick<Incident, 'held' | 'voided'>>

/** What the evidence of a batch adds to the incidents of its accounts. */
export class IncidentBook {
  readonly writes: IncidentWrites
  readonly #accounts: Accounts
  readonly #known: Map<string, string>
  readonly #marks: Marks

  constructor(accounts: Accounts, marks: Marks) {
    this.#accounts = accounts
    this.#marks = marks
    this.#known = accounts.names
    this.writes = {
      changed: new Map(), fresh: new Set(), merged: new Map(),
      namesOf: (ids) => groupNames(accounts.names, ids),
    }
  }

  /** Adds evidence to the incident it belongs to, or begins one; answers its id. */
  add(evidence: Evidence): string {
    const { names } = evidence
    const ids = [...new Set(names.flatMap((name) => this.#known.get(name) ?? []))].sort()
    const id = ids[0] ?? newId(evidence.at, names[0] as string)
    let incident: Incident =
      Object.assign(incidentOf(id, evidence), ...names.map((name) => this.#marks.get(name)))
    const account = this.#accounts.of(evidence.address, evidence.list)
    for (const known of ids) {
      const before = account.incidents.get(known)
      if (before !== undefined) incident = combine({ ...before, id }, incident)
      if (known !== id) this.#redirect(account, known, id)
    }
    if (ids.length === 0) this.writes.fresh.add(id)
    account.incidents.set(id, incident)
    account.touched = true
    this.writes.changed.set(id, { account, domain: evidence.domain })
    for (const name of names) this.#known.set(name, id)
    return id
  }

  #redirect(account: Account, from: string, to: string): void {
    account.incidents.delete(from)
    this.writes.changed.delete(from)
    this.writes.merged.set(from, { to, address: account.key.address })
    for (const [name, id] of this.#known) if (id === from) this.#known.set(name, to)
  }
}

/**
 * A name with its time before it: ids that are made together stand together in the index of ids,
 * and do not dirty a page of it each.
 */
function newId(at: number, name: string): string {
  return Math.floor(at / ID_TIME_MS).toString(36).padStart(ID_TIME_CHARS, '0') + name
}

function groupNames(
  names: ReadonlyMap<string, string>, ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const [name, id] of names) {
    if (!ids.has(id)) continue
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [name])
    else group.push(name)
  }
  return groups
}

function incidentOf(id: string, evidence: Evidence): Incident {
  const { event, item, campaign, list, messages } = evidence
  return {
    id, at: evidence.at,
    kind: evidence.strand === 'failure'
      ? (event.kind === 'failed' ? 'failed' : 'delayed') : evidence.strand as 'complaint',
    reason: event.reason, permanence: event.permanence, remedy: event.remedy, scope: event.scope,
    fault: evidence.fault, confidence: event.confidence, trust: evidence.trust,
    receiver: evidence.receiver,
    ...(event.cause === undefined ? {} : { cause: event.cause }),
    ...(event.replyCode === undefined ? {} : { replyCode: event.replyCode }),
    ...(event.enhancedCode === undefined ? {} : { enhancedCode: event.enhancedCode }),
    ...(event.command === undefined ? {} : { command: event.command }),
    ...(event.retryAfterSeconds === undefined
      ? {} : { retryAfterSeconds: event.retryAfterSeconds }),
    ...(evidence.habitMs === undefined ? {} : { habitMs: evidence.habitMs }),
    ...(messages[0] === undefined ? {} : { message: messages[0] }),
    ...(campaign === '' ? {} : { campaign }),
    ...(list === '' ? {} : { list }),
    sources: [sourceOf(item.kind, event.source.type)],
  }
}

/** What somebody posted as a message proves no more than the message does. */
function sourceOf(kind: InputKind, type: string): string {
  if (kind === 'message') return type === 'http' ? 'upload' : type
  return kind === 'replies' || kind === 'events' ? 'http' : kind
}

/**
 * Two views of one failure. What is taken from which does not depend on the order in which they
 * came: a final failure before a delay, the surer verdict before the less sure one.
 */
function combine(one: Incident, two: Incident): Incident {
  const [best, { cause, ...other }] = rank(one) >= rank(two) ? [one, two] : [two, one]
  const same = one.kind === two.kind
  const message = [one.message, two.message].filter((id) => id !== undefined).sort()[0]
  return {
    ...other, ...best,
    // What failed in the end waits no more.
    ...(cause === undefined || best.kind !== 'delayed' ? {} : { cause: best.cause ?? cause }),
    at: same ? Math.min(one.at, two.at) : best.at,
    trust: Math.max(one.trust, two.trust),
    ...(message === undefined ? {} : { message }),
    sources: [...new Set([...one.sources, ...two.sources])].sort(),
    ...(one.held === true || two.held === true ? { held: true } : {}),
    ...(one.voided === true || two.voided === true ? { voided: true } : {}),
  }
}

/** A number and, for ties, the words themselves: the same for any order of arrival. */
function rank(incident: Incident): string {
  const isFinal = incident.kind === 'delayed' ? 0 : 1
  const isKnown = incident.reason === 'unknown' ? 0 : 1
  const sure = Math.round(incident.confidence * 1000).toString().padStart(4, '0')
  return `${isFinal}${isKnown}${sure} ${incident.reason} ${incident.enhancedCode ?? ''} ` +
    `${incident.replyCode ?? ''} ${incident.id}`
}
