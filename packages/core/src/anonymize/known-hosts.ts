// Hosts that stay because knowledge speaks of them: block lists, receivers, and the pages that
// replies name.

import { readLiterals } from '../classify/literals.ts'
import { BLOCKLISTS } from '../rules/blocklists.ts'
import { LITERALS, NAMED_HOSTS } from '../rules/literals.ts'
import { KEPT_DOMAINS } from './kept.ts'

const HOST_IN_TEXT = /[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,5}\.[a-z]{2,24}(?![a-z\d.])/gi

let known: ReadonlySet<string> | undefined

/** Names of which all that is below them stays too. */
export function knownHosts(): ReadonlySet<string> {
  known ??= new Set([
    ...KEPT_DOMAINS,
    ...BLOCKLISTS.flatMap(({ zones, sites, delisting }) => [
      ...zones,
      ...sites,
      ...hostsIn(delisting ?? ''),
    ]),
    ...readLiterals(LITERALS).receivers.flatMap(({ hosts }) => hosts),
    ...NAMED_HOSTS.split(' '),
  ])
  return known
}

export function hostsIn(text: string): string[] {
  return [...text.toLowerCase().matchAll(HOST_IN_TEXT)].map(([host]) => host)
}
