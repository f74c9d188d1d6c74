// Sessions: a random cookie whose hash is kept, with the user read anew for every request, so that
// who is disabled or gets another role notices at once.

import type { Reader, Tx } from '../store/types.ts'
import type { SessionAccess } from './access.ts'
import { writeAudited } from './audit.ts'
import type { AccessDeps, AccessOptions } from './options.ts'
import { findUser, toSession, toUser, type SessionRow, type UserRow } from './records.ts'
import { csrfOf, hashToken, newId, newToken } from './tokens.ts'
import type { Identity, LoginMethod, OpenedSession, Origin } from './types.ts'
import { createWatch } from './watch.ts'

export type Sessions = SessionAccess & {
  /** Within the transaction that proved who it is; the user must be there and not disabled. */
  readonly open: (tx: Tx, user: UserRow, how: {
    readonly method: LoginMethod; readonly origin: Origin
    /** Absent: now. */
    readonly provedAt?: number
  }) => Promise<OpenedSession>
  /** Ends those of a user within a transaction. Afterwards `recheck` tells who waits on them. */
  readonly endAll: (tx: Tx, userId: string, but?: string) => Promise<number>
  readonly recheck: () => void
  readonly stop: () => Promise<void>
}

/** The last request is written down this often at most. */
const SEEN_MS = 60_000

export function createSessions(
  { idleMs, sessionMs }: Pick<AccessOptions, 'idleMs' | 'sessionMs'>,
  { store, log, now }: AccessDeps,
): Sessions {
  const isAlive = ({ seen_at, expires_at }: SessionRow): boolean =>
    now() < Number(expires_at) && now() < Number(seen_at) + idleMs
  const read = async (where: 'id' | 'hash', value: string) => {
    const found = await readSession(store, where, value)
    return found !== undefined && isAlive(found.row) ? found : undefined
  }
  /** Nobody waits for it, and a store that is full refuses nobody for its sake. */
  const note = (hash: string): void => {
    store.write((tx) => tx.run('UPDATE sessions SET seen_at = ? WHERE hash = ?', [now(), hash]))
      .catch((error: unknown) => log.warn('a session could not be noted', { error }))
  }
  const watch = createWatch(async (id) => await read('id', id) !== undefined, log)
  const end = async ({ user }: Identity, id: string, action: string): Promise<boolean> => {
    const ended = await writeAudited(store, user.tenant, now(), async (tx, audit) => {
      const { changes } = await tx.run(
        'DELETE FROM sessions WHERE user_id = ? AND id = ?', [user.id, id])
      if (changes > 0) audit({ actor: `user:${user.name}`, action, detail: { session: id } })
      return changes > 0
    })
    watch.recheck()
    return ended
  }
  return {
    endAll, recheck: watch.recheck, stop: watch.stop,
    async find(token) {
      const hash = hashToken(token)
      const found = await read('hash', hash)
      if (found === undefined) return undefined
      if (now() - Number(found.row.seen_at) >= SEEN_MS) note(hash)
      return toIdentity(found.row, found.user, token)
    },
    async list(userId) {
      const rows = await store.all<SessionRow>(
        'SELECT * FROM sessions WHERE user_id = ? ORDER BY seen_at DESC, id', [userId])
      return rows.filter(isAlive).map(toSession)
    },
    revoke: (identity, id) => end(identity, id, 'sessions-ended'),
    async revokeOthers({ user, session }) {
      const ended = await writeAudited(store, user.tenant, now(), async (tx, audit) => {
        const n = await endAll(tx, user.id, session.id)
        audit({ actor: `user:${user.name}`, action: 'sessions-ended', detail: { sessions: n } })
        return n
      })
      watch.recheck()
      return ended
    },
    async logOut(identity) { await end(identity, identity.session.id, 'logout') },
    watch: ({ session }, signal) => watch.add(session.id, signal),
    async open(tx, user, { method, origin, provedAt = now() }) {
      const token = newToken()
      const row: SessionRow = {
        id: newId('s'), user_id: user.id, method, created_at: now(), proved_at: provedAt,
        seen_at: now(), expires_at: now() + sessionMs, ip: origin.ip, agent: origin.agent,
      }
      await tx.run('DELETE FROM sessions WHERE expires_at <= ? OR seen_at <= ?',
        [now(), now() - idleMs])
      await insertSession(tx, hashToken(token), row)
      return { ...toIdentity(row, user, token), token }
    },
  }
}

/** The session and its user, unless the user is disabled. */
async function readSession(
  reader: Reader, where: 'id' | 'hash', value: string,
): Promise<{ readonly row: SessionRow; readonly user: UserRow } | undefined> {
  const row = await reader.get<SessionRow>(`SELECT * FROM sessions WHERE ${where} = ?`, [value])
  const user = row === undefined ? undefined : await findUser(reader, 'id', row.user_id)
  if (row === undefined || user === undefined || Number(user.disabled) === 1) return undefined
  return { row, user }
}

async function endAll(tx: Tx, userId: string, but: string = ''): Promise<number> {
  const { changes } = await tx.run(
    'DELETE FROM sessions WHERE user_id = ? AND id <> ?', [userId, but])
  return changes
}

async function insertSession(tx: Tx, hash: string, row: SessionRow): Promise<void> {
  await tx.run(
    'INSERT INTO sessions (hash, id, user_id, method, created_at, proved_at, seen_at, ' +
      'expires_at, ip, agent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      hash, row.id, row.user_id, row.method, row.created_at, row.proved_at, row.seen_at,
      row.expires_at, row.ip, row.agent,
    ])
}

function toIdentity(row: SessionRow, user: UserRow, token: string): Identity {
  return {
    user: toUser(user), session: toSession(row), csrf: csrfOf(token),
    provedAt: Number(row.proved_at),
  }
}
