// The policy that the configuration names, with the guards that it sets itself.

import { PRESETS, type Policy } from '@carom/core'
import type { Config } from './config/types.ts'

/** @throws TypeError where it names a preset that does not exist */
export function policyOf({ policy, guards }: Pick<Config, 'policy' | 'guards'>): Policy {
  const base = typeof policy === 'string'
    ? PRESETS.find(({ id }) => id === policy) : policy as unknown as Policy
  if (base === undefined) throw new TypeError(`no preset ${String(policy)}`)
  const { minTrust, outage, rateCap } = guards
  return { ...base, guards: {
    ...base.guards,
    ...(minTrust === undefined ? {} : { minTrust, minTrustAuthenticated: Math.min(1, minTrust) }),
    ...(outage === undefined ? {} : { outage }), ...(rateCap === undefined ? {} : { rateCap }),
  } }
}
