// Users: added, changed, disabled, reset and removed, each change in the audit; one's own password.

import type { Tx } from '../store/types.ts'
import type { Doer, UserAccess } from './access.ts'
import type { Attempts } from './attempts.ts'
import { writeAudited } from './audit.ts'
import { AccessError } from './errors.ts'
import { insertUser, makeLink } from './links.ts'
import type { AccessDeps } from './options.ts'
import type { Passwords } from './passwords.ts'
import { findUser, listUsers, toUser, type UserRow } from './records.ts'
import type { Sessions } from './sessions.ts'
import { newId } from './tokens.ts'
import type { Identity, Origin, User } from './types.ts'

type Parts = {
  readonly passwords: Passwords; readonly sessions: Sessions; readonly attempts: Attempts
}

/** What takes second factors or users away asks for a log-in that is not older. */
const FRESH_MS = 900_000

export function createUsers(deps: AccessDeps, parts: Parts): UserAccess {
  const { store, now } = deps
  const { passwords, sessions } = parts
  return {
    list: async (tenant) => (await listUsers(store, tenant)).map(toUser),
    async get(tenant, id) {
      const row = await findUser(store, 'id', id)
      if (row === undefined || row.tenant !== tenant) throw new AccessError('not-found')
      return toUser(row)
    },
    async create({ tenant, actor }, { role, password, ...given }) {
      const name = given.name.toLowerCase()
      const hash = password === undefined ? undefined : await passwords.hash(password, name)
      return await writeAudited(store, tenant, now(), async (tx, audit) => {
        const id = newId('u')
        await insertUser(tx, { id, tenant, name, role, password: hash, now: now() })
        audit({ actor, action: 'user-added', detail: { user: name, role } })
        const user = toUser(await findUser(tx, 'id', id) as UserRow)
        if (hash !== undefined) return { user }
        return { user, link: await makeLink(tx, 'invitation', id, now()) }
      })
    },
    async change(doer, id, change) {
      const user = await changeUser(doer, id, change, { ...parts, ...deps })
      sessions.recheck()
      return user
    },
    async remove({ tenant, actor }, id) {
      await writeAudited(store, tenant, now(), async (tx, audit) => {
        const row = await findOwn(tx, tenant, id)
        await assertNotLast(tx, row)
        await forget(tx, id)
        await sessions.endAll(tx, id)
        await tx.run('DELETE FROM users WHERE id = ?', [id])
        audit({ actor, action: 'user-removed', detail: { user: row.name, role: row.role } })
      })
      sessions.recheck()
    },
    async reset({ tenant, actor }, id) {
      const link = await writeAudited(store, tenant, now(), async (tx, audit) => {
        const row = await findOwn(tx, tenant, id)
        if (row.oidc_subject !== null) throw new AccessError('origin-oidc')
        await forget(tx, id)
        await sessions.endAll(tx, id)
        audit({ actor, action: 'user-reset', detail: { user: row.name } })
        return await makeLink(tx, row.last_login_at === null ? 'invitation' : 'reset', id, now())
      })
      sessions.recheck()
      return link
    },
    changePassword: (identity, given, origin) =>
      changePassword(identity, { ...given, origin }, { ...parts, ...deps }),
    assertFresh: (identity) => assertFresh(identity, now()),
  }
}

function assertFresh({ provedAt }: Identity, now: number): void {
  if (Math.abs(now - provedAt) >= FRESH_MS) throw new AccessError('login-stale')
}

async function changeUser(
  { tenant, actor }: Doer, id: string, change: Parameters<UserAccess['change']>[2],
  { store, now, sessions }: AccessDeps & Parts,
): Promise<User> {
  return await writeAudited(store, tenant, now(), async (tx, audit) => {
    const row = await findOwn(tx, tenant, id)
    const before = { name: row.name, role: row.role, disabled: Number(row.disabled) === 1 }
    const name = change.name?.toLowerCase() ?? before.name
    const after = {
      name, role: change.role ?? before.role, disabled: change.disabled ?? before.disabled,
    }
    const isRenamed = after.name !== before.name
    const isOther = isRenamed || after.role !== before.role
    if (!isOther && after.disabled === before.disabled) return toUser(row)
    if (isOther && row.oidc_subject !== null) throw new AccessError('origin-oidc')
    if (after.disabled || after.role !== 'admin') await assertNotLast(tx, row)
    if (isRenamed && await findUser(tx, 'name', name) !== undefined) {
      throw new AccessError('name-taken')
    }
    await tx.run('UPDATE users SET name = ?, role = ?, disabled = ? WHERE id = ?',
      [after.name, after.role, after.disabled ? 1 : 0, id])
    // What was opened with another role or name is over.
    await sessions.endAll(tx, id)
    if (after.disabled) await tx.run('DELETE FROM one_time_links WHERE user_id = ?', [id])
    audit({ actor, action: 'user-changed', detail: { user: before.name, before, after } })
    return toUser(await findUser(tx, 'id', id) as UserRow)
  })
}

async function changePassword(
  identity: Identity,
  { current, password, origin }: {
    readonly current?: string; readonly password: string; readonly origin: Origin
  },
  { store, now, passwords, sessions, attempts }: AccessDeps & Parts,
): ReturnType<UserAccess['changePassword']> {
  const { user, session, provedAt } = identity
  const before = await findUser(store, 'id', user.id)
  if (before === undefined) throw new AccessError('credentials-invalid')
  if (before.oidc_subject !== null) throw new AccessError('origin-oidc')
  if (before.password === null) assertFresh(identity, now())
  else {
    // Whoever found an open browser may not try passwords in it.
    attempts.beginFactor(user.name)
    const isRight = await passwords.verify(current ?? '', before.password)
    if (!isRight) throw new AccessError('credentials-invalid')
    attempts.factorSucceeded(user.name)
  }
  const hash = await passwords.hash(password, user.name)
  const opened = await writeAudited(store, user.tenant, now(), async (tx, audit) => {
    const row = await findUser(tx, 'id', user.id)
    if (row === undefined || row.password !== before.password || Number(row.disabled) === 1) {
      throw new AccessError('credentials-invalid')
    }
    await tx.run('UPDATE users SET password = ? WHERE id = ?', [hash, user.id])
    await sessions.endAll(tx, user.id)
    audit({
      actor: `user:${user.name}`, action: 'password-changed',
      detail: { user: user.name, ip: origin.ip },
    })
    const renewed = { ...row, password: hash }
    return await sessions.open(tx, renewed, { method: session.method, origin, provedAt })
  })
  sessions.recheck()
  return opened
}

/** @throws AccessError `not-found`, also for users of another tenant */
async function findOwn(tx: Tx, tenant: string, id: string): Promise<UserRow> {
  const row = await findUser(tx, 'id', id)
  if (row === undefined || row.tenant !== tenant) throw new AccessError('not-found')
  return row
}

/** Somebody has to be left who can let others in. */
async function assertNotLast(tx: Tx, { id, tenant, role, disabled }: UserRow): Promise<void> {
  if (role !== 'admin' || Number(disabled) === 1) return
  const others = await tx.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM users WHERE tenant = ? AND role = ? AND disabled = 0 AND id <> ?',
    [tenant, 'admin', id])
  if (Number(others?.n ?? 0) === 0) throw new AccessError('last-admin')
}

/** Everything by which somebody can prove to be this user. */
async function forget(tx: Tx, id: string): Promise<void> {
  await tx.run(
    'UPDATE users SET password = NULL, totp_secret = NULL, totp_pending = NULL, ' +
      'totp_step = NULL WHERE id = ?', [id])
  for (const table of ['passkeys', 'recovery_codes', 'one_time_links']) {
    await tx.run(`DELETE FROM ${table} WHERE user_id = ?`, [id])
  }
}
