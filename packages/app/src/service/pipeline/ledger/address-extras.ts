// What helps a person who looks at an address: other spellings, what was probably meant, and what
// happens next, in words.

import type { AddressState, CaromEvent } from '@carom/core'
import type { AddressStateView, AddressView } from '../../http/rows.ts'
import type { Reader } from '../../store/types.ts'
import { suggestDomain } from './suggest-domain.ts'

const EVENTS_LOOKED_AT = 200
const SPELLINGS_MAX = 20
/** Domains of our own recipients that a typing error is looked for among. */
const DOMAINS_MAX = 3_000

/** Ways in which reports and lists wrote the address, and its sub-addresses. */
export async function readSpellings(
  reader: Reader, tenant: string, address: string,
): Promise<string[]> {
  const rows = await reader.all<{ event: string }>(
    'SELECT event FROM events WHERE tenant = ? AND address = ? ORDER BY seq DESC LIMIT ?',
    [tenant, address, EVENTS_LOOKED_AT])
  const found = new Set<string>()
  for (const { event } of rows) {
    const { recipient, originalRecipient, finalRecipient } = JSON.parse(event) as CaromEvent
    for (const one of [recipient, originalRecipient, finalRecipient]) {
      if (one !== undefined && one !== address) found.add(one)
    }
  }
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const base = local.split('+', 1)[0] as string
  const domain = address.slice(at)
  const siblings = await reader.all<{ address: string }>(
    'SELECT DISTINCT address FROM addresses WHERE tenant = ? AND (address = ? OR (address > ? ' +
    'AND address < ?)) ORDER BY address LIMIT ?',
    // All that lies between name+ and name, (the sign after +) begins with name+.
    [tenant, `${base}${domain}`, `${base}+`, `${base},`, SPELLINGS_MAX])
  for (const row of siblings) {
    if (row.address !== address && row.address.endsWith(domain)) found.add(row.address)
  }
  return [...found].slice(0, SPELLINGS_MAX)
}

/** Undefined where the domain takes mail, or looks like no other. */
export async function readSuggestion(
  reader: Reader, tenant: string, address: string,
): Promise<AddressView['suggestion']> {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  const lives = await reader.all<{ domain: string }>(
    'SELECT domain FROM domain_lives WHERE tenant = ? ORDER BY last_at DESC LIMIT ?',
    [tenant, DOMAINS_MAX])
  const alive = lives.map((row) => row.domain)
  if (alive.includes(domain)) return undefined
  const meant = suggestDomain(domain, alive)
  if (meant === undefined) return undefined
  return {
    domain: meant, address: `${address.slice(0, at)}@${meant}`,
    why: `Nobody at ${domain} was ever reached; ${meant} is one slip of the fingers away.`,
  }
}

const LISTS_NAMED = 5

/** What happens next to each state of an address. */
export function nextSteps(
  states: readonly AddressStateView[], answer: AddressView['answer'],
): AddressView['next'] {
  if (states.length === 0) return [{ words: answer.why ?? 'Mail is sent.' }]
  return states.slice(0, LISTS_NAMED).flatMap(({ list, state }) =>
    stepsOf(state).map(({ words, ...rest }) =>
      ({ ...rest, words: list === '' ? words : `List ${list}: ${words}` })))
}

type Next = { readonly at?: number; readonly words: string }

function stepsOf(state: AddressState): Next[] {
  const { status, until, nextAt, complained, unsubscribed, manualBlock } = state
  const nearest = state.meters.toSorted((a, b) => b.value / b.threshold - a.value / a.threshold)[0]
  const meter: Next[] = nearest === undefined || nearest.value >= nearest.threshold ? [] : [{
    words: `${nearest.track} stands at ${round(nearest.value)} of ${round(nearest.threshold)}: ` +
      `${round(nearest.threshold - nearest.value)} more and the policy acts.`,
  }]
  if (status === 'active' || status === 'watch') {
    const review = nextAt === undefined
      ? [] : [{ at: nextAt, words: 'The policy looks at it again, failures have grown old.' }]
    return [{ words: 'Mail is sent.' }, ...meter, ...review]
  }
  const end = until ?? (status === 'paused' ? nextAt : undefined)
  if (status === 'paused' || status === 'probing') {
    return [end === undefined ? { words: 'No mail is sent until something shows life.' }
      : { at: end, words: 'No mail is sent until then; after that it is tried again.' }, ...meter]
  }
  const lifted = complained || unsubscribed
    ? 'No mail is sent; only the person can take that back.'
    : manualBlock ? 'No mail is sent until somebody lifts it.'
      : 'No mail is sent until somebody lifts it, or the person shows life: writes, signs in, ' +
        'confirms the address.'
  return [until === undefined ? { words: lifted }
    : { at: until, words: `${lifted.slice(0, -1)}, at the latest then.` }]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
