// API keys as the API sees them: what a request may do (T28, T30).

export const SCOPES = [
  'check', 'check-bulk', 'read', 'write', 'ingest', 'ingest-trusted', 'operate', 'personal',
  'admin',
] as const

/**
 * - `check`: ask for one address. `check-bulk`: for many, which could be used to guess addresses.
 * - `read`: events, incidents, addresses, suppressions, statistics.
 * - `write`: suppress, lift, import, signs of life. `ingest`: hand in bounces and sends.
 * - `ingest-trusted`: what is handed in counts as proved. `operate`: policies, undo, reclassify.
 * - `personal`: export or erase what is kept of a person, raw mail. `admin`: all, and keys.
 */
export type Scope = (typeof SCOPES)[number]

export type ApiKey = {
  /** Its public part, shown in lists and audits. */
  readonly prefix: string
  readonly tenant: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: number
  readonly expiresAt?: number
  readonly lastUsedAt?: number
  readonly revokedAt?: number
}

export type ApiKeys = {
  /** The key that a token belongs to, when it is valid now. */
  readonly verify: (token: string) => Promise<ApiKey | undefined>
  readonly list: (tenant: string) => Promise<readonly ApiKey[]>
  /** The token is told this once. */
  readonly create: (tenant: string, input: {
    readonly name: string; readonly scopes: readonly Scope[]; readonly expiresAt?: number
  }) => Promise<{ readonly key: ApiKey; readonly token: string }>
  /** False where there is no such key. */
  readonly revoke: (tenant: string, prefix: string) => Promise<boolean>
}

export function mayDo(
  { scopes }: { readonly scopes: readonly string[] }, scope: Scope,
): boolean {
  return scopes.includes(scope) || scopes.includes('admin') ||
    (scope === 'check' && scopes.includes('check-bulk')) ||
    (scope === 'ingest' && scopes.includes('ingest-trusted'))
}
