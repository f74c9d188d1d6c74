// Which addresses came before, for lists of any length: hashes of 64 bits instead of texts.

import { randomInt } from 'node:crypto'
import { createHasher } from '../../check/hash.ts'
import { HashTable } from '../../check/hash-table.ts'

export type Seen = {
  /** True at the first sight. */
  readonly add: (key: string) => boolean
}

export function createSeen(): Seen {
  const hasher = createHasher({ first: randomInt(2 ** 32), second: randomInt(2 ** 32) })
  // Whoever asks about one address alone needs no table, which takes a megabyte and more.
  let only: string | undefined
  let table: HashTable | undefined

  function addTo(hashes: HashTable, key: string): boolean {
    hasher.begin('', key, 0, key.length)
    const { first, second } = hasher.end('')
    return hashes.add(first, second)
  }

  return {
    add(key) {
      if (table !== undefined) return addTo(table, key)
      if (key === only) return false
      if (only !== undefined) {
        table = new HashTable()
        addTo(table, only)
        return addTo(table, key)
      }
      only = key
      return true
    },
  }
}
