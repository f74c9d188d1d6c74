// What people may do: three roles, each a set of the scopes that API keys have.

import type { Scope } from './keys.ts'

export const ROLES = ['viewer', 'operator', 'admin'] as const

/**
 * - `viewer`: sees, and changes nothing.
 * - `operator`: also suppresses, lifts, imports, takes back, sets policies, exports and erases.
 * - `admin`: all, also people and API keys.
 */
export type Role = (typeof ROLES)[number]

const VIEWER: readonly Scope[] = ['check', 'read']
const OPERATOR: readonly Scope[] =
  [...VIEWER, 'check-bulk', 'write', 'ingest', 'operate', 'personal']

const SCOPES_OF: Readonly<Record<Role, readonly Scope[]>> = {
  viewer: VIEWER, operator: OPERATOR, admin: [...OPERATOR, 'ingest-trusted', 'admin'],
}

export function scopesOf(role: Role): readonly Scope[] {
  return SCOPES_OF[role]
}
