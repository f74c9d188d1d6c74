// Which receiver a host name belongs to, by the longest known ending of its name.

import type { ProviderRules } from '../rules/types.ts'

/** Labels of a host name that are looked at. */
const LABELS_MAX = 12

/** Host name ending → number of its receiver; the first that names it counts. */
export function hostTable(providers: readonly ProviderRules[]): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  providers.forEach((rules, number) => {
    for (const host of rules.hosts) if (!table.has(host)) table.set(host, number)
  })
  return table
}

/** The number of the receiver, -1 where none is known. */
export function providerOfHost(hosts: ReadonlyMap<string, number>, host: string): number {
  let name = host.toLowerCase()
  if (name.endsWith('.')) name = name.slice(0, -1)
  for (let labels = 0; labels < LABELS_MAX; labels++) {
    const found = hosts.get(name)
    if (found !== undefined) return found
    const dot = name.indexOf('.')
    if (dot === -1) return -1
    name = name.slice(dot + 1)
  }
  return -1
}
