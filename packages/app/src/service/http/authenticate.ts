// Who asks: API keys as bearer tokens (RFC 6750), remembered for seconds so that the check need not
// ask the store for every request.

import { hash } from 'node:crypto'
import type { ApiKey, ApiKeys } from './keys.ts'
import { Problem } from './problems.ts'

/** A revoked key may be used this much longer. */
const REMEMBERED_MS = 5_000
const REMEMBERED_MAX = 10_000
const HEADER_CHARS_MAX = 500

export type Authenticator = {
  /** At once, where the key was seen a moment ago. */
  readonly remembered: (authorization: string | undefined) => ApiKey | undefined
  /** @throws Problem `key-missing` or `key-invalid` */
  readonly authenticate: (authorization: string | undefined) => Promise<ApiKey>
  /** Forgets a key that was revoked. */
  readonly forget: () => void
}

export function createAuthenticator(
  { keys, now }: { readonly keys: ApiKeys; readonly now: () => number },
): Authenticator {
  // By hash: tokens in memory would be found in a core dump, and a hash leaks nothing by its time.
  const known = new Map<string, { readonly key: ApiKey; readonly until: number }>()
  const remembered = (authorization: string | undefined): ApiKey | undefined => {
    if (authorization === undefined || authorization.length > HEADER_CHARS_MAX) return undefined
    const entry = known.get(hash('sha256', authorization, 'base64'))
    if (entry === undefined) return undefined
    const at = now()
    return at < entry.until && isAlive(entry.key, at) ? entry.key : undefined
  }
  return {
    remembered,
    async authenticate(authorization) {
      if (authorization === undefined) throw new Problem('key-missing')
      const before = remembered(authorization)
      if (before !== undefined) return before
      const token = /^bearer +(\S{1,400})$/i.exec(authorization)?.[1]
      const key = token === undefined ? undefined : await keys.verify(token)
      if (key === undefined || !isAlive(key, now())) throw new Problem('key-invalid')
      if (known.size >= REMEMBERED_MAX) known.clear()
      known.set(hash('sha256', authorization, 'base64'), { key, until: now() + REMEMBERED_MS })
      return key
    },
    forget: () => known.clear(),
  }
}

function isAlive({ revokedAt, expiresAt }: ApiKey, now: number): boolean {
  return revokedAt === undefined && (expiresAt === undefined || now < expiresAt)
}
