// How far each source was read: an offset in a log, a UID of a mailbox.

import type { Store } from './types.ts'

export type SourceCursors = {
  readonly get: (name: string) => Promise<string | undefined>
  /** Durable when it resolves. */
  readonly set: (name: string, value: string) => Promise<void>
}

/** The cursors of one source. */
export function createCursors(
  store: Pick<Store, 'get' | 'write'>, source: string, now: () => number,
): SourceCursors {
  return {
    get: async (name) => {
      const row = await store.get<{ value: string }>(
        'SELECT value FROM cursors WHERE source = ? AND name = ?', [source, name])
      return row?.value
    },
    set: async (name, value) => {
      await store.write((tx) => tx.run(
        `INSERT INTO cursors (source, name, value, updated_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (source, name)
          DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
        [source, name, value, now()]))
    },
  }
}
