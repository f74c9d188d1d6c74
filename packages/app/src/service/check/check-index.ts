// The addresses that may have to be left alone, in memory: a negative answer is final, a positive
// one is looked up in the store.

import { randomBytes } from 'node:crypto'
import type { AddressKey } from '../store/types.ts'
import { createHasher } from './hash.ts'
import type { HashSeed } from './hash.ts'
import { HashTable } from './hash-table.ts'
import { isHashedAddress } from './hashed-address.ts'

/** Many addresses of one tenant and list at once, one a line: no object for each. */
export type KeyPage = { readonly tenant: string; readonly list: string; readonly lines: string }

export type CheckIndex = {
  /** Adds pages of keys as they come. */
  readonly load: (pages: AsyncIterable<KeyPage>) => Promise<void>
  readonly add: (key: AddressKey) => void
  /** For a key of which the store has no row left. Forgetting to call it costs only time. */
  readonly remove: (key: AddressKey) => void
  /**
   * False: mail to the normalised address is not held back, neither everywhere nor for this list.
   * True: ask the store.
   */
  readonly mayBeBlocked: (tenant: string, address: string, list?: string) => boolean
  /**
   * Its bytes, some parts at a time, and what belongs to them, to be asked for after the last part.
   * Parts that come together belong together: they are to be copied before anything is changed.
   */
  readonly dump: () => {
    readonly state: () => string; readonly parts: Iterable<readonly Uint8Array[]>
  }
  /**
   * Takes up what `dump` gave; yields false where that is not whole. `fill` puts the next bytes
   * into an array, and answers false where there are not so many.
   */
  readonly restore: (state: string, fill: (into: Uint8Array) => boolean) => Iterable<boolean>
  /** Forgets everything. */
  readonly clear: () => void
  readonly size: number
  /** Bytes of the tables. */
  readonly bytes: number
  /** How many keys were added since the start: tells whether a row that was read is still new. */
  readonly added: number
  /** Some address is kept as a keyed hash: such have to be looked for too. */
  readonly hasHashed: boolean
  /** Some domain is held back as a whole, kept as `@example.com`: such are looked for too. */
  readonly hasDomains: boolean
}

/** An index without entries. The seed is random but for tests. */
export function createCheckIndex(options: { readonly seed?: HashSeed } = {}): CheckIndex {
  let seed = options.seed ?? randomSeed()
  let hasher = createHasher(seed)
  let table = new HashTable()
  let added = 0
  let hashed = 0
  let domains = 0
  const count = (text: string, from: number, sign: 1 | -1): void => {
    if (isHashedAddress(text, from)) hashed += sign
    if (text.startsWith('@', from)) domains += sign
  }
  const add = ({ tenant, address, list }: AddressKey): void => {
    added++
    hasher.begin(tenant, address, 0, address.length)
    const { first, second } = hasher.end(list)
    if (table.add(first, second)) count(address, 0, 1)
  }
  return {
    async load(pages) {
      for await (const { tenant, list, lines } of pages) {
        for (let from = 0, end = 0; from < lines.length; from = end + 1) {
          end = lines.indexOf('\n', from)
          if (end < 0) end = lines.length
          hasher.begin(tenant, lines, from, end)
          const { first, second } = hasher.end(list)
          if (table.add(first, second)) count(lines, from, 1)
          added++
        }
      }
    },
    add,
    remove({ tenant, address, list }) {
      hasher.begin(tenant, address, 0, address.length)
      const { first, second } = hasher.end(list)
      if (table.remove(first, second)) count(address, 0, -1)
    },
    mayBeBlocked(tenant, address, list = '') {
      hasher.begin(tenant, address, 0, address.length)
      const everywhere = hasher.end('')
      if (table.has(everywhere.first, everywhere.second)) return true
      if (list === '') return false
      const here = hasher.end(list)
      return table.has(here.first, here.second)
    },
    dump: () => ({ state: () => JSON.stringify({ seed, hashed, domains }), parts: table.dump() }),
    * restore(state, fill) {
      // With its seed, which the hashes were made with; the file is its owner's alone.
      const known = JSON.parse(state) as { seed: HashSeed; hashed: number; domains: number }
      ;({ seed, hashed, domains } = known)
      hasher = createHasher(seed)
      yield* table.restore(fill)
    },
    clear() {
      table = new HashTable()
      hashed = 0
      domains = 0
    },
    get size() { return table.size },
    get bytes() { return table.bytes },
    get added() { return added },
    get hasHashed() { return hashed > 0 },
    get hasDomains() { return domains > 0 },
  }
}

function randomSeed(): HashSeed {
  const bytes = randomBytes(8)
  return { first: bytes.readUInt32LE(0), second: bytes.readUInt32LE(4) }
}
