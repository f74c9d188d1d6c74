// What a browser is asked to bring back, once and soon: challenges of passkeys, log-ins that are at
// the identity provider.

import type { Store } from '../store/types.ts'

export type ChallengeKind = 'passkey-login' | 'passkey-new' | 'oidc'

export type Challenges = {
  readonly put: (kind: ChallengeKind, id: string, detail: object) => Promise<void>
  /** Takes it away, so that it counts once; undefined where it is unknown, of another kind, or
   * too old. */
  readonly take: <Detail>(kind: ChallengeKind, id: string) => Promise<Detail | undefined>
}

const LIFETIME_MS = 600_000
const ID_CHARS_MAX = 200

export function createChallenges(store: Store, now: () => number): Challenges {
  return {
    async put(kind, id, detail) {
      await store.write(async (tx) => {
        await tx.run('DELETE FROM challenges WHERE expires_at <= ?', [now()])
        await tx.run('INSERT INTO challenges (id, kind, detail, expires_at) VALUES (?, ?, ?, ?)',
          [id, kind, JSON.stringify(detail), now() + LIFETIME_MS])
      })
    },
    async take<Detail>(kind: ChallengeKind, id: string) {
      if (id.length > ID_CHARS_MAX) return undefined
      const row = await store.write((tx) => tx.get<{ detail: string; expires_at: number }>(
        'DELETE FROM challenges WHERE id = ? AND kind = ? RETURNING detail, expires_at',
        [id, kind]))
      return row === undefined || Number(row.expires_at) <= now()
        ? undefined : JSON.parse(row.detail) as Detail
    },
  }
}
