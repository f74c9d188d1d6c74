// The DNS in the form in which the library that verifies signatures asks it.

import type { Dns, DnsType } from './types.ts'

type Failure = Error & { code?: string }

export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>

/** Rejects as `node:dns` does, so that what is not there and what nobody knows stay apart. */
export function resolverOf(dns: Dns): Resolver {
  return async (name, type) => {
    const answer = await dns.lookup(name, type as DnsType)
    if (answer.kind === 'found') {
      // Its types do not know that records of MX are objects.
      return type === 'TXT' ? answer.records.map((record) => [String(record)])
        : [...answer.records] as string[]
    }
    const error: Failure = new Error(`no ${type} of ${name}`)
    error.code = answer.kind === 'missing' ? 'ENOTFOUND'
      : answer.kind === 'none' ? 'ENODATA' : 'ETIMEOUT'
    throw error
  }
}
