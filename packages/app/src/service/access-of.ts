// Access as the configuration says.

import { createAccess } from './access/create.ts'
import type { Access } from './access/access.ts'
import { SCRYPT_COST, type AccessDeps } from './access/options.ts'
import type { Config } from './config/types.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

export function accessOf({ tenant, http }: Config, deps: AccessDeps): Access {
  const { publicUrl, oidc, sessions } = http
  return createAccess({
    tenant, publicUrl, oidc, scrypt: SCRYPT_COST,
    idleMs: sessions.idleMinutes * MINUTE_MS, sessionMs: sessions.hours * HOUR_MS,
  }, deps)
}
