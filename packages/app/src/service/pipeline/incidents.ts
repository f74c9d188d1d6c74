// Incidents: all evidence of one failure of one message to one address, in whatever order it comes.

import { createHash } from 'node:crypto'
import type { Incident } from '@carom/core'
import type { InputKind, Reader } from '../store/types.ts'
import type { Account, Accounts } from './accounts.ts'
import { namesOf, type Evidence } from './evidence.ts'
import { selectIn } from './rows.ts'

export type IncidentWrites = {
  /** Incidents to write anew, with their account. */
  readonly changed: Map<string, { readonly account: Account; readonly domain: string }>
  /** Names to write: name → incident. */
  readonly names: Map<string, string>
  /** Incidents that turned out to be another: from → to. */
  readonly merged: Map<string, string>
}

/** Known names of a batch, and what the batch adds. */
export class IncidentBook {
  readonly writes: IncidentWrites = { changed: new Map(), names: new Map(), merged: new Map() }
  readonly #known: Map<string, string>
  readonly #accounts: Accounts

  constructor(known: Map<string, string>, accounts: Accounts) {
    this.#known = known
    this.#accounts = accounts
  }

  static async load(
    reader: Reader, tenant: string, evidence: readonly Evidence[], accounts: Accounts,
  ): Promise<IncidentBook> {
    const names = [...new Set(evidence.flatMap(namesOf))]
    const rows = await selectIn<{ name: string; incident: string }>(
      reader, 'SELECT name, incident FROM incident_names WHERE tenant = ? AND name', [tenant],
      names)
    return new IncidentBook(new Map(rows.map(({ name, incident }) => [name, incident])), accounts)
  }

  /** Adds evidence to the incident it belongs to, or begins one; answers its id. */
  add(evidence: Evidence): string {
    const names = namesOf(evidence)
    const ids = [...new Set(names.flatMap((name) => this.#known.get(name) ?? []))].sort()
    const id = ids[0] ?? idOf(names[0] as string)
    const now = incidentOf(id, evidence)
    let incident = now
    const account = this.#accounts.of(evidence.address, evidence.list)
    for (const known of ids) {
      const before = account.incidents.get(known)
      if (before !== undefined) incident = combine({ ...before, id }, incident)
      if (known !== id) this.#redirect(account, known, id)
    }
    account.incidents.set(id, incident)
    account.touched = true
    this.writes.changed.set(id, { account, domain: evidence.domain })
    for (const name of names) {
      if (this.#known.get(name) !== id) this.writes.names.set(name, id)
      this.#known.set(name, id)
    }
    return id
  }

  #redirect(account: Account, from: string, to: string): void {
    account.incidents.delete(from)
    this.writes.changed.delete(from)
    this.writes.merged.set(from, to)
    for (const [name, id] of this.#known) if (id === from) this.#known.set(name, to)
    for (const [name, id] of this.writes.names) if (id === from) this.writes.names.set(name, to)
  }
}

function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32)
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
    ...(event.replyCode === undefined ? {} : { replyCode: event.replyCode }),
    ...(event.enhancedCode === undefined ? {} : { enhancedCode: event.enhancedCode }),
    ...(event.command === undefined ? {} : { command: event.command }),
    ...(event.retryAfterSeconds === undefined
      ? {} : { retryAfterSeconds: event.retryAfterSeconds }),
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
export function combine(one: Incident, two: Incident): Incident {
  const [best, other] = rank(one) >= rank(two) ? [one, two] : [two, one]
  const same = one.kind === two.kind
  const message = [one.message, two.message].filter((id) => id !== undefined).sort()[0]
  return {
    ...other, ...best,
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
