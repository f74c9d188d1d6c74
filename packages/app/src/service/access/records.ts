// Rows of users and sessions as the store keeps them, and as the API shows them.

import type { Reader } from '../store/types.ts'
import { AccessError } from './errors.ts'
import type { LoginMethod, Role, SecondFactor, Session, User } from './types.ts'

export type UserRow = {
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly role: Role
  readonly disabled: number
  readonly password: string | null
  readonly oidc_issuer: string | null
  readonly oidc_subject: string | null
  readonly totp_secret: string | null
  readonly totp_pending: string | null
  readonly created_at: number
  readonly last_login_at: number | null
  readonly passkeys: number
  readonly recovery_codes: number
}

export type SessionRow = {
  readonly id: string
  readonly user_id: string
  readonly method: LoginMethod
  readonly created_at: number
  readonly proved_at: number
  readonly seen_at: number
  readonly expires_at: number
  readonly ip: string
  readonly agent: string
}

const SELECT_USERS = 'SELECT users.*, ' +
  '(SELECT COUNT(*) FROM passkeys WHERE passkeys.user_id = users.id) AS passkeys, ' +
  '(SELECT COUNT(*) FROM recovery_codes WHERE recovery_codes.user_id = users.id) ' +
  'AS recovery_codes FROM users'

export async function findUser(
  reader: Reader, by: 'id' | 'name', value: string,
): Promise<UserRow | undefined> {
  return await reader.get<UserRow>(`${SELECT_USERS} WHERE ${by} = ?`, [value])
}

export async function findSubject(
  reader: Reader, issuer: string, subject: string,
): Promise<UserRow | undefined> {
  return await reader.get<UserRow>(
    `${SELECT_USERS} WHERE oidc_issuer = ? AND oidc_subject = ?`, [issuer, subject])
}

export async function listUsers(reader: Reader, tenant: string): Promise<readonly UserRow[]> {
  return await reader.all<UserRow>(`${SELECT_USERS} WHERE tenant = ? ORDER BY name`, [tenant])
}

export async function countUsers(reader: Reader): Promise<number> {
  const row = await reader.get<{ n: number }>('SELECT COUNT(*) AS n FROM users')
  return Number(row?.n ?? 0)
}

export function toUser(row: UserRow): User {
  return {
    id: row.id, tenant: row.tenant, name: row.name, role: row.role,
    disabled: Number(row.disabled) === 1, origin: row.oidc_subject === null ? 'local' : 'oidc',
    hasPassword: row.password !== null, hasTotp: row.totp_secret !== null,
    passkeys: Number(row.passkeys), recoveryCodes: Number(row.recovery_codes),
    createdAt: Number(row.created_at),
    ...(row.last_login_at === null ? {} : { lastLoginAt: Number(row.last_login_at) }),
  }
}

export function toSession(row: SessionRow): Session {
  return {
    id: row.id, method: row.method, createdAt: Number(row.created_at),
    seenAt: Number(row.seen_at), expiresAt: Number(row.expires_at), ip: row.ip, agent: row.agent,
  }
}

/**
 * Who comes from the identity provider proves it there: a way in of one's own would stay open when
 * the provider lets the person in no more.
 * @throws AccessError `origin-oidc`
 */
export function assertLocal(user: Pick<User, 'origin'>): void {
  if (user.origin === 'oidc') throw new AccessError('origin-oidc')
}

/** What has to be shown besides the password. */
export function factorsOf(row: UserRow): readonly SecondFactor[] {
  const hasTotp = row.totp_secret !== null
  const hasPasskey = Number(row.passkeys) > 0
  if (!hasTotp && !hasPasskey) return []
  return [
    ...hasTotp ? ['totp'] as const : [], ...hasPasskey ? ['passkey'] as const : [],
    ...Number(row.recovery_codes) > 0 ? ['recovery-code'] as const : [],
  ]
}
