// Access put together: who may log in, how, and what they may change about it.

import type { Access } from './access.ts'
import { createAttempts } from './attempts.ts'
import { createChallenges } from './challenges.ts'
import { createLinks } from './links.ts'
import { createLogin } from './login.ts'
import { createOidc } from './oidc.ts'
import type { AccessDeps, AccessOptions } from './options.ts'
import { createPasskeys } from './passkeys.ts'
import { createPasswords } from './passwords.ts'
import { countUsers } from './records.ts'
import { createSessions } from './sessions.ts'
import { createTotp } from './totp.ts'
import { createUsers } from './users.ts'

/** @throws Error where the settings cannot work */
export function createAccess(options: AccessOptions, deps: AccessDeps): Access {
  const { store, now } = deps
  const passwords = createPasswords(options.scrypt)
  const attempts = createAttempts(now)
  const sessions = createSessions(options, deps)
  const challenges = createChallenges(store, now)
  const passkeys = createPasskeys(store, now, challenges)
  const oidc = options.oidc === undefined
    ? undefined : createOidc(options.oidc, options, challenges, deps)
  return {
    stop: sessions.stop,
    async methods() {
      return {
        setupNeeded: await countUsers(store) === 0,
        ...(options.oidc === undefined ? {} : { oidc: { label: options.oidc.label } }),
      }
    },
    sessions, passkeys,
    login: createLogin(options, deps, { attempts, passwords, sessions, passkeys, oidc }),
    links: createLinks(options, deps, { passwords, sessions }),
    users: createUsers(deps, { passwords, sessions, attempts }),
    totp: createTotp(store, now),
  }
}
