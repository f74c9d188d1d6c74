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
  const table = new HashTable()
  return {
    add(key) {
      hasher.begin('', key, 0, key.length)
      const { first, second } = hasher.end('')
      return table.add(first, second)
    },
  }
}
