// When the index of checks is written to a file beside the store, and when that is taken up.

import type { Log } from '../log.ts'
import type { Reader, Store } from '../store/types.ts'
import type { CheckIndex } from './check-index.ts'
import { readIndexFile, writeIndexFile, type IndexPlace } from './index-file.ts'

export type KeptIndexOptions = {
  /** Keys from which on the index is kept in a file beside an SQLite store. @default 100,000 */
  readonly keptFrom: number
  /**
   * How often that file is written anew, in ms, beside each orderly stop.
   * @default 1 hour
   */
  readonly keepMs: number
}

export type KeptIndex = {
  /**
   * Fills the empty index with what was kept; the number of the audit row up to which it knows
   * everything. Undefined, and the index empty, where nothing fits this store.
   */
  readonly takeUp: () => Promise<number | undefined>
  /** Writes it down where it is big and has changed, and it is time; it knows all up to `seq`. */
  readonly keep: (seq: number, isTime?: true) => Promise<void>
}

export function createKeptIndex(
  { keptFrom, keepMs }: KeptIndexOptions,
  { store, index, log }: { readonly store: Store; readonly index: CheckIndex; readonly log: Log },
): KeptIndex {
  let keptAt = Number.NEGATIVE_INFINITY
  let keptSeq = -1
  const path = store.file === undefined ? undefined : `${store.file}.check-index`
  // Without an audit row nothing tells this store from another one.
  const isKnown = async ({ seq, seal }: IndexPlace): Promise<boolean> =>
    seal !== '' && await readSeal(store, seq) === seal
  return {
    async takeUp() {
      if (path === undefined) return undefined
      try {
        const found = await readIndexFile(path, index, isKnown)
        if (typeof found === 'object') {
          keptSeq = found.seq
          return found.seq
        }
        if (found === 'damaged') log.warn('check: the kept index is damaged; it is made anew')
      } catch (error) {
        log.warn('check: the kept index could not be read; it is made anew', { error })
      }
      index.clear()
      return undefined
    },
    async keep(seq, isTime) {
      if (isTime !== true && performance.now() - keptAt < keepMs) return
      keptAt = performance.now()
      if (path === undefined || index.size < keptFrom || seq === keptSeq) return
      try {
        const seal = await readSeal(store, seq)
        if (seal === '') return
        await writeIndexFile(path, index, { seq, seal })
        keptSeq = seq
      } catch (error) {
        log.warn('check: the index could not be kept; the next start reads all keys', { error })
      }
    },
  }
}

/** The seal of an audit row: it tells this store from a copy that went another way. */
async function readSeal(store: Reader, seq: number): Promise<string> {
  const row = await store.get<{ hash: string }>('SELECT hash FROM audit WHERE seq = ?', [seq])
  return row?.hash ?? ''
}
