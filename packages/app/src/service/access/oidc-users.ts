// Who comes from the identity provider: whether they may log in, with which role, as which user.

import type { Role } from '../http/roles.ts'
import type { Tx } from '../store/types.ts'
import type { Note } from './audit.ts'
import { AccessError } from './errors.ts'
import type { Claims } from './oidc.ts'
import type { OidcOptions } from './options.ts'
import { findSubject, findUser, type UserRow } from './records.ts'
import { newId } from './tokens.ts'

/** What the claims make of somebody. @throws AccessError `oidc-refused` */
export function judgeClaims(
  claims: Claims, options: OidcOptions,
): { readonly name: string; readonly role: Role } {
  const name = nameOf(claims)
  if (name === undefined) throw refused('The provider tells neither a mail address nor a name.')
  if (options.allowedDomains.length > 0) {
    const email = claims['email_verified'] === true ? claims['email'] : undefined
    const domain = typeof email === 'string' ? email.toLowerCase().split('@').at(-1) : undefined
    const isAllowed = options.allowedDomains.some((allowed) => allowed.toLowerCase() === domain)
    if (!isAllowed) throw refused('The mail address is not proved, or of another domain.')
  }
  const told = valuesOf(claims, options.roleClaim)
  const role = (['admin', 'operator', 'viewer'] as const)
    .find((each) => options.roles[each].some((value) => told.includes(value)))
  if (role !== undefined) return { name, role }
  if (options.defaultRole !== undefined) return { name, role: options.defaultRole }
  throw refused('None of the groups has a role here.')
}

/** The user of a subject, made at the first log-in, with the role that the claims give now. */
export async function admitSubject(
  tx: Tx, audit: (note: Note) => void,
  who: {
    readonly issuer: string; readonly subject: string; readonly tenant: string
    readonly name: string; readonly role: Role; readonly now: number
  },
): Promise<{ readonly row: UserRow; readonly isChanged: boolean }> {
  const known = await findSubject(tx, who.issuer, who.subject)
  if (known === undefined) return { row: await addSubject(tx, audit, who), isChanged: false }
  if (Number(known.disabled) === 1) throw refused('The account is disabled.')
  if (known.role === who.role) return { row: known, isChanged: false }
  await tx.run('UPDATE users SET role = ? WHERE id = ?', [who.role, known.id])
  audit({
    actor: 'oidc', action: 'user-changed',
    detail: { user: known.name, before: { role: known.role }, after: { role: who.role } },
  })
  return { row: { ...known, role: who.role }, isChanged: true }
}

// A local account of the same name stays its owner's: names prove nothing across providers.
async function addSubject(
  tx: Tx, audit: (note: Note) => void, who: Parameters<typeof admitSubject>[2],
): Promise<UserRow> {
  const id = newId('u')
  const { changes } = await tx.run(
    'INSERT INTO users (id, tenant, name, role, oidc_issuer, oidc_subject, created_at) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [id, who.tenant, who.name, who.role, who.issuer, who.subject, who.now])
  const row = changes === 0 ? undefined : await findUser(tx, 'id', id)
  if (row === undefined) throw refused('There is another account of this name.')
  audit({ actor: 'oidc', action: 'user-added', detail: { user: who.name, role: who.role } })
  return row
}

const NAME = /^[a-z0-9][a-z0-9._@+-]{0,63}$/

function nameOf(claims: Claims): string | undefined {
  return [claims['email'], claims['preferred_username']]
    .filter((value) => typeof value === 'string').map((value) => value.toLowerCase())
    .find((value) => NAME.test(value))
}

/** A claim may be a text, or texts; its name may lead into objects. */
function valuesOf(claims: Claims, path: string): readonly unknown[] {
  const value = Object.hasOwn(claims, path) ? claims[path]
    : path.split('.').reduce<unknown>((place, key) =>
      typeof place === 'object' && place !== null && Object.hasOwn(place, key)
        ? (place as Record<string, unknown>)[key] : undefined, claims)
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

function refused(detail: string): AccessError {
  return new AccessError('oidc-refused', { detail })
}
