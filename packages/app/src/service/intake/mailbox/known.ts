// Which messages of a place were kept already, as short hashes of their names. RFC 1939 §7 lets
// equal messages of a maildrop share a name, so each is remembered as often as it was seen.

import { createHash } from 'node:crypto'

/** Bytes of a hash that are remembered: 100,000 messages collide in one of 3 billion places. */
const HASH_BYTES = 8

export type KnownMessages = {
  /** Forgets what is no longer listed. */
  readonly keepOnly: (listed: ReadonlyMap<string, number>) => void
  readonly forget: (name: string) => void
  readonly timesSeen: (name: string) => number
  readonly see: (name: string) => void
  readonly isChanged: () => boolean
  readonly toCursor: () => string
}

/** The short name under which a message is remembered. */
export function shortName(name: string): string {
  return createHash('sha256').update(name).digest().toString('latin1', 0, HASH_BYTES)
}

/** `cursor` is what `toCursor` gave, perhaps in another process. */
export function readKnown(cursor: string | undefined): KnownMessages {
  const seen = new Map<string, number>()
  const bytes = Buffer.from(cursor ?? '', 'base64').toString('latin1')
  for (let at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
    const name = bytes.slice(at, at + HASH_BYTES)
    seen.set(name, (seen.get(name) ?? 0) + 1)
  }
  let isChanged = false
  return {
    keepOnly: (listed) => {
      for (const [name, times] of seen) {
        const now = listed.get(name) ?? 0
        if (now >= times) continue
        isChanged = true
        if (now === 0) seen.delete(name)
        else seen.set(name, now)
      }
    },
    forget: (name) => {
      isChanged = seen.delete(name) || isChanged
    },
    timesSeen: (name) => seen.get(name) ?? 0,
    see: (name) => {
      isChanged = true
      seen.set(name, (seen.get(name) ?? 0) + 1)
    },
    isChanged: () => isChanged,
    toCursor: () => {
      isChanged = false
      const names = [...seen].map(([name, times]) => name.repeat(times))
      return Buffer.from(names.join(''), 'latin1').toString('base64')
    },
  }
}
