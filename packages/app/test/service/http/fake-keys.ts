// Keys whose tokens say what they may do: `carom_<tenant>_<scope,scope>`.

import type { ApiKey, ApiKeys } from '../../../src/service/http/keys.ts'

export function createFakeKeys(now: () => number): ApiKeys {
  const made: ApiKey[] = []
  const revoked = new Set<string>()
  return {
    async verify(token) {
      const [, tenant, scopes] = /^carom_([a-z]+)_([a-z,-]+)$/.exec(token) ?? []
      if (tenant === undefined || scopes === undefined) return undefined
      const prefix = `${tenant}-${scopes}`
      if (revoked.has(prefix)) return undefined
      return { prefix, tenant, name: 'test', scopes: scopes.split(','), createdAt: now() }
    },
    list: async (tenant) => made.filter((key) => key.tenant === tenant),
    async create(tenant, { name, scopes }) {
      const key: ApiKey =
        { prefix: `${tenant}-${scopes.join(',')}`, tenant, name, scopes, createdAt: now() }
      made.push(key)
      return { key, token: `carom_${tenant}_${scopes.join(',')}` }
    },
    async revoke(tenant, prefix) {
      revoked.add(prefix)
      return made.some((key) => key.tenant === tenant && key.prefix === prefix)
    },
  }
}
