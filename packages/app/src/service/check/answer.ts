// From the rows of an address to the answer a sending system gets.

import type { AddressState } from '@carom/core'
import type { StateFact, SuppressionFact } from './ledger-rows.ts'

/** May one send to an address now? Every time is milliseconds since 1970 UTC. */
export type CheckAnswer = {
  /** As it is kept: domain in lower case and A-labels. */
  readonly address: string
  /**
   * `send`: nothing speaks against it. `hold`: not before `until`. `do-not-send`: until something
   * lifts it, or until `until`.
   */
  readonly answer: 'send' | 'hold' | 'do-not-send'
  readonly status: AddressState['status']
  /** The list whose state answered; empty for the address as such. */
  readonly list?: string
  readonly since?: number
  readonly until?: number
  /** A reason of the taxonomy, `complaint`, `unsubscribe`, `manual`, `address-invalid`. */
  readonly reason?: string
  /** Plain words: what happened and why it led here. */
  readonly why?: string
  /** Incident or event that proves it. */
  readonly proof?: string
  readonly evidence?: Evidence
  /** A soft failure advises not to try before this. */
  readonly retryAt?: number
}

export type Evidence = {
  /** Ids of the incidents that led here. */
  readonly incidents: readonly string[]
  /** Id and version of the policy that decided. */
  readonly policy?: string
  /** Track of the policy that fired. */
  readonly track?: string
  readonly proof?: string
  /** `policy`, `manual`, `import`, `complaint`, `unsubscribe`, or the name of a sending system. */
  readonly origin?: string
}

export function answerSend(address: string): CheckAnswer {
  return { address, answer: 'send', status: 'active' }
}

/** For what mail cannot be sent to, whatever the ledger says. */
export function answerInvalid(address: string): CheckAnswer {
  return {
    address, answer: 'do-not-send', status: 'active', reason: 'address-invalid',
    why: 'this is no mail address',
  }
}

const SEVERITY = { 'send': 0, 'hold': 1, 'do-not-send': 2 } as const

/** The strictest answer that the rows give at this moment; of equal ones the longest. */
export function answerFrom(
  address: string, suppressions: readonly SuppressionFact[], states: readonly StateFact[],
  now: number,
): CheckAnswer {
  const answers: CheckAnswer[] = []
  for (const row of suppressions) {
    if (row.expires_at !== null && Number(row.expires_at) <= now) continue
    const state = states.find(({ list }) => list === row.list)
    answers.push(suppressed(address, row, state))
  }
  for (const row of states) {
    const answer = held(address, row, now)
    if (answer !== undefined) answers.push(answer)
  }
  if (answers.length > 1) answers.sort(strictestFirst)
  return answers[0] ?? answerSend(address)
}

function strictestFirst(one: CheckAnswer, other: CheckAnswer): number {
  const bySeverity = SEVERITY[other.answer] - SEVERITY[one.answer]
  if (bySeverity !== 0) return bySeverity
  const oneEnd = one.until ?? one.retryAt ?? Infinity
  const otherEnd = other.until ?? other.retryAt ?? Infinity
  return oneEnd === otherEnd ? 0 : otherEnd - oneEnd
}

function suppressed(
  address: string, row: SuppressionFact, fact: StateFact | undefined,
): CheckAnswer {
  const state = fact === undefined ? undefined : readState(fact.state)
  const isRemoved = fact?.status === 'removed'
  return {
    address, answer: 'do-not-send', status: isRemoved ? 'removed' : 'suppressed',
    list: row.list, since: Number(row.created_at), reason: row.reason,
    ...(row.expires_at === null ? {} : { until: Number(row.expires_at) }),
    ...(row.proof === null ? {} : { proof: row.proof }),
    ...whyOf(state),
    evidence: {
      ...evidenceOf(state, fact), origin: row.origin,
      ...(row.proof === null ? {} : { proof: row.proof }),
    },
  }
}

const PUT_OFF = 'the last mail was put off: another try makes sense later'

/** What a state says by itself: a pause, a probe, or advice on when to try again. */
function held(address: string, row: StateFact, now: number): CheckAnswer | undefined {
  const isHeld = row.status === 'paused' || row.status === 'probing'
  const isOver = row.until_at !== null && Number(row.until_at) <= now
  const isSent = row.status === 'active' || row.status === 'watch'
  if (!isSent && (!isHeld || isOver)) return undefined
  const state = readState(row.state)
  const retryAt = state?.retryAt !== undefined && state.retryAt > now ? state.retryAt : undefined
  if (!isHeld && retryAt === undefined) return undefined
  const wait = retryAt === undefined ? {} : { retryAt }
  if (row.status === 'active') {
    return { ...answerSend(address), list: row.list, why: PUT_OFF, ...wait }
  }
  return {
    address, answer: isHeld ? 'hold' : 'send', status: row.status, list: row.list,
    ...(state?.since === undefined ? {} : { since: state.since }),
    ...(row.until_at === null ? {} : { until: Number(row.until_at) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...whyOf(state),
    evidence: evidenceOf(state, row),
    ...wait,
  }
}

const NO_EVIDENCE: Evidence = { incidents: [] }

function evidenceOf(state: Partial<AddressState> | undefined, fact?: StateFact): Evidence {
  if (state === undefined && fact === undefined) return NO_EVIDENCE
  const incidents = new Set(
    [...state?.steps?.at(-1)?.incidents ?? [], ...(state?.meters ?? [])
      .filter(({ track }) => track === state?.track).flatMap((meter) => meter.incidents)])
  return {
    incidents: [...incidents],
    ...(fact === undefined ? {} : { policy: fact.policy }),
    ...(state?.track === undefined ? {} : { track: state.track }),
  }
}

function whyOf(state: Partial<AddressState> | undefined): { readonly why?: string } {
  const why = state?.steps?.at(-1)?.why
  return why === undefined ? {} : { why }
}

/** The store's own JSON; a row that another version wrote may lack fields, and may be damaged. */
function readState(text: string): Partial<AddressState> | undefined {
  try {
    const state: unknown = JSON.parse(text)
    return typeof state === 'object' && state !== null ? state : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
