// Events of schema carom/1 that were made elsewhere, such as by `carom parse` on another machine.

import { REASONS_TABLE, type CaromEvent } from '@carom/core'
import { readRecords } from './replies.ts'

const REASONS = new Set<string>(REASONS_TABLE.map(({ reason }) => reason))
const REMEDIES = new Set(['suppress', 'retry', 'fix', 'none'])
const PERMANENCES = new Set(['permanent', 'transient', 'unknown'])
const ID = /^[0-9a-f]{32}$/

/** The events that are whole; the others are named in `problems`, by their place. */
export function readGivenEvents(
  bytes: Uint8Array,
): { readonly events: readonly CaromEvent[]; readonly problems: readonly string[] } {
  const events: CaromEvent[] = []
  const problems: string[] = []
  for (const [index, value] of readRecords(bytes, problems).entries()) {
    const problem = findProblem(value)
    if (problem === undefined) events.push(value as CaromEvent)
    else problems.push(`event ${index}: ${problem}`)
  }
  return { events, problems }
}

function findProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'wants an object'
  const event = value as Record<string, unknown>
  if (event.schema !== 'carom/1') return "schema wants to be 'carom/1'"
  if (typeof event.id !== 'string' || !ID.test(event.id)) return 'id wants 32 hexadecimal digits'
  if (typeof event.kind !== 'string') return 'kind is missing'
  if (!REASONS.has(event.reason as string)) return `no reason '${String(event.reason)}'`
  if (!REMEDIES.has(event.remedy as string)) return `no remedy '${String(event.remedy)}'`
  if (!PERMANENCES.has(event.permanence as string)) return 'no such permanence'
  if (typeof event.confidence !== 'number') return 'confidence wants a number'
  if (event.recipient !== undefined && typeof event.recipient !== 'string') {
    return 'recipient wants to be a text'
  }
  return undefined
}
