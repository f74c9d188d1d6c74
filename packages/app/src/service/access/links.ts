// One-time links: for the first account, for who was invited, for who forgot the password. The
// store keeps their hashes.

import type { Store, Tx } from '../store/types.ts'
import type { LinkAccess } from './access.ts'
import { writeAudited } from './audit.ts'
import { AccessError } from './errors.ts'
import type { AccessDeps, AccessOptions } from './options.ts'
import type { Passwords } from './passwords.ts'
import { countUsers, findUser, type UserRow } from './records.ts'
import type { Sessions } from './sessions.ts'
import { hashToken, newId, newToken } from './tokens.ts'
import type { Link, LinkKind, OpenedSession, Origin } from './types.ts'

type Row = {
  readonly kind: LinkKind; readonly user_id: string; readonly expires_at: number
  readonly name: string | null; readonly tenant: string | null; readonly disabled: number | null
}

const LIFETIME_MS = 86_400_000

export function createLinks(
  { tenant }: Pick<AccessOptions, 'tenant'>, { store, now }: AccessDeps,
  { passwords, sessions }: { readonly passwords: Passwords; readonly sessions: Sessions },
): LinkAccess {
  const find = async (token: string): Promise<Row> => {
    const row = await store.get<Row>(
      'SELECT kind, user_id, expires_at, name, tenant, disabled FROM one_time_links ' +
        'LEFT JOIN users ON users.id = user_id WHERE hash = ?', [hashToken(token)])
    const isGood = row !== undefined && Number(row.expires_at) > now() &&
      (row.kind === 'setup' || (row.name !== null && Number(row.disabled) === 0))
    if (!isGood) throw new AccessError('link-invalid')
    return row
  }
  return {
    makeSetup: () => makeSetup(store, now()),
    async look(token) {
      const { kind, name, expires_at } = await find(token)
      return { kind, ...(name === null ? {} : { name }), expiresAt: Number(expires_at) }
    },
    async use({ token, name, password }, origin) {
      const row = await find(token)
      const known = row.name ?? name?.toLowerCase()
      if (known === undefined) {
        throw new AccessError('link-invalid', { detail: 'Choose a `name` for the first account.' })
      }
      const hash = await passwords.hash(password, known)
      const given = { token, name: known, hash, origin, now: now() }
      const opened = row.kind === 'setup'
        ? await makeFirst(store, tenant, given, sessions)
        : await setPassword(store, row, given, sessions)
      sessions.recheck()
      return opened
    },
  }
}

/** A link to the account; those made for it before no longer work. */
export async function makeLink(
  tx: Tx, kind: LinkKind, userId: string, now: number,
): Promise<Link> {
  const link = { token: newToken(), expiresAt: now + LIFETIME_MS }
  await tx.run('DELETE FROM one_time_links WHERE user_id = ? OR expires_at <= ?', [userId, now])
  await tx.run(
    'INSERT INTO one_time_links (hash, kind, user_id, created_at, expires_at) ' +
      'VALUES (?, ?, ?, ?, ?)', [hashToken(link.token), kind, userId, now, link.expiresAt])
  return link
}

async function makeSetup(store: Store, now: number): Promise<Link | undefined> {
  return await store.write(async (tx) => {
    if (await countUsers(tx) === 0) return await makeLink(tx, 'setup', '', now)
    await tx.run('DELETE FROM one_time_links WHERE user_id = ?', [''])
    return undefined
  })
}

type Given = {
  readonly token: string; readonly name: string; readonly hash: string
  readonly origin: Origin; readonly now: number
}

// The tenant's row is taken first: of two that come at once, one finds the link used.
async function makeFirst(
  store: Store, tenant: string, { token, name, hash, origin, now }: Given, sessions: Sessions,
): Promise<OpenedSession> {
  return await writeAudited(store, tenant, now, async (tx, audit) => {
    await useUp(tx, token, now)
    if (await countUsers(tx) > 0) throw new AccessError('setup-done')
    const id = newId('u')
    await insertUser(tx, { id, tenant, name, role: 'admin', password: hash, now })
    await tx.run('UPDATE users SET last_login_at = ? WHERE id = ?', [now, id])
    const user = await findUser(tx, 'id', id) as UserRow
    audit({ actor: 'none', action: 'setup', detail: { user: name, ip: origin.ip } })
    return await sessions.open(tx, user, { method: 'link', origin })
  })
}

async function setPassword(
  store: Store, row: Row, { token, hash, origin, now }: Given, sessions: Sessions,
): Promise<OpenedSession> {
  return await writeAudited(store, row.tenant ?? '', now, async (tx, audit) => {
    await useUp(tx, token, now)
    const user = await findUser(tx, 'id', row.user_id)
    if (user === undefined || Number(user.disabled) === 1) throw new AccessError('link-invalid')
    await tx.run('UPDATE users SET password = ?, last_login_at = ? WHERE id = ?',
      [hash, now, user.id])
    await tx.run('DELETE FROM one_time_links WHERE user_id = ?', [user.id])
    await sessions.endAll(tx, user.id)
    audit({
      actor: `user:${user.name}`, action: 'password-changed',
      detail: { user: user.name, by: row.kind, ip: origin.ip },
    })
    return await sessions.open(tx, { ...user, password: hash }, { method: 'link', origin })
  })
}

/** @throws AccessError `link-invalid` where somebody else was faster */
async function useUp(tx: Tx, token: string, now: number): Promise<void> {
  const { changes } = await tx.run(
    'DELETE FROM one_time_links WHERE hash = ? AND expires_at > ?', [hashToken(token), now])
  if (changes === 0) throw new AccessError('link-invalid')
}

/** @throws AccessError `name-taken` */
export async function insertUser(tx: Tx, user: {
  readonly id: string; readonly tenant: string; readonly name: string; readonly role: string
  readonly password: string | undefined; readonly now: number
}): Promise<void> {
  const { changes } = await tx.run(
    'INSERT INTO users (id, tenant, name, role, password, created_at) ' +
      'VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [user.id, user.tenant, user.name, user.role, user.password ?? null, user.now])
  if (changes === 0) throw new AccessError('name-taken')
}
