// The reputation as the service keeps it: measured now and then, and when somebody looks.

import type { Store } from '../../store/types.ts'
import type { Dns } from '../dns/types.ts'
import { measureReputation, type ReputationOptions } from './measure.ts'
import { listReputations, readReputation } from './read.ts'
import type { ReputationReport, SubjectLine } from './types.ts'

export type Reputation = {
  /** Of all tenants; to be called every few hours, so that no day is missing. */
  readonly measureAll: () => Promise<void>
  /** The worst first. */
  readonly list: (tenant: string) => Promise<readonly SubjectLine[]>
  /** Undefined where nothing is known of the domain or address. */
  readonly read: (tenant: string, subject: string) => Promise<ReputationReport | undefined>
}

type Deps = { readonly store: Store; readonly now: () => number; readonly dns: Dns }

/** What was measured within that time is shown as it is. */
const FRESH_MS = 3_600_000

export function createReputation(options: ReputationOptions, deps: Deps): Reputation {
  const { store, now } = deps
  const measured = new Map<string, { readonly at: number; readonly done: Promise<void> }>()

  /** Those who look at the same time wait for the same measurement. */
  async function freshen(tenant: string): Promise<void> {
    const last = measured.get(tenant)
    if (last !== undefined && Math.abs(now() - last.at) < FRESH_MS) return await last.done
    const done = measureReputation(options, deps, tenant)
    measured.set(tenant, { at: now(), done })
    try {
      await done
    } catch (error) {
      measured.delete(tenant)
      throw error
    }
  }

  return {
    async measureAll() {
      const tenants = await store.all<{ tenant: string }>('SELECT tenant FROM tenants')
      for (const { tenant } of tenants) await freshen(tenant)
    },
    async list(tenant) {
      await freshen(tenant)
      return await listReputations(store, tenant, now())
    },
    async read(tenant, subject) {
      await freshen(tenant)
      return await readReputation(store, tenant, subject, now())
    },
  }
}
