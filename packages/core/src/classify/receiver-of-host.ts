// Which receiver a host name belongs to, by the longest known ending of its name.

import type { Receiver } from './literals.ts'

/** Labels of a host name that are looked at. */
const LABELS_MAX = 12

export type HostTable = {
  /** Host name ending → number of its receiver; the first that names it counts. */
  readonly endings: ReadonlyMap<string, number>
  /** Hosts that were asked for. */
  readonly known: Map<string, number>
}

export function hostTable(receivers: readonly Receiver[]): HostTable {
  const table = new Map<string, number>()
  receivers.forEach(({ hosts }, number) => {
    for (const host of hosts) if (!table.has(host)) table.set(host, number)
  })
  return { endings: table, known: new Map() }
}

/** Hosts of which the receiver is remembered: the same few take most of all mail. */
const REMEMBERED_MAX = 1_000
const REMEMBERED_CHARS_MAX = 100

/** The number of the receiver, -1 where none is known. */
export function providerOfHost({ endings, known }: HostTable, host: string): number {
  const before = known.get(host)
  if (before !== undefined) return before
  const found = findEnding(endings, host)
  if (known.size < REMEMBERED_MAX && host.length <= REMEMBERED_CHARS_MAX) {
    // A piece of a longer text would keep all of that text, which may be a whole message.
    known.set(` ${host}`.slice(1), found)
  }
  return found
}

function findEnding(hosts: ReadonlyMap<string, number>, host: string): number {
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
