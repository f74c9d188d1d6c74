// Log-ins that failed, in the audit: once a minute for each name and network at most, so that
// nobody can fill the store by trying.

import { networkOf } from './attempts.ts'
import { writeAudited } from './audit.ts'
import type { AccessDeps } from './options.ts'
import type { UserRow } from './records.ts'
import type { Origin } from './types.ts'

export type Failures = {
  /** The user whom somebody tried to be; undefined where there is none of that name. */
  readonly note: (user: UserRow | undefined, origin: Origin, what: string) => Promise<void>
}

const PAUSE_MS = 60_000
const COUNTERS_MAX = 10_000

export function createFailures(
  tenant: string, { store, now }: Pick<AccessDeps, 'store' | 'now'>,
): Failures {
  const counters = new Map<string, { count: number; notedAt: number }>()
  return {
    async note(user, { ip }, what) {
      // The name that was tried is not kept: it may be a password in the wrong field.
      const key = `${user?.id ?? ''} ${networkOf(ip)}`
      const known = counters.get(key)
      const count = (known?.count ?? 0) + 1
      if (known !== undefined && Math.abs(now() - known.notedAt) < PAUSE_MS) {
        known.count = count
        return
      }
      if (counters.size >= COUNTERS_MAX) counters.clear()
      counters.set(key, { count: 0, notedAt: now() })
      const detail = { user: user?.name ?? null, what, ip, times: count }
      await writeAudited(store, user?.tenant ?? tenant, now(), async (_, audit) => {
        audit({ actor: 'none', action: 'login-failed', detail })
      })
    },
  }
}
