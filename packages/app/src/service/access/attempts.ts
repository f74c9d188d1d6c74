// How often one may try to log in. A stranger who tries a name again and again makes it slower for
// everybody, and impossible for the stranger's own network; the owner is never locked out.

import { isIPv6 } from 'node:net'
import { AccessError } from './errors.ts'

export type Attempts = {
  /**
   * Counts a try before it is made, so that many at once do not slip through; what to wait first.
   * @throws AccessError `rate-limited`
   */
  readonly begin: (name: string, ip: string) => number
  /** It was right: the name is no longer slow, and this try was none of the network's. */
  readonly succeeded: (name: string, ip: string) => void
  /** @throws AccessError `rate-limited` where second factors of a known password were tried */
  readonly beginFactor: (name: string) => void
  readonly factorSucceeded: (name: string) => void
}

/** After an hour without a try, all is forgotten. */
const FORGET_MS = 3_600_000
const WAIT_MAX_MS = 900_000
const DELAY_MAX_MS = 3_000
/** Tries that cost nothing: of a name from one network, of a network, of a name, of a factor. */
const FREE = { pair: 5, network: 30, name: 20, factor: 8 } as const
/** Counters in memory; the oldest are forgotten first. */
const COUNTERS_MAX = 50_000

type Counter = { tries: number; at: number }

export function createAttempts(now: () => number): Attempts {
  const counters = new Map<string, Counter>()
  const counterOf = (key: string): Counter => {
    const known = counters.get(key)
    const at = now()
    const isAlive = known !== undefined && Math.abs(at - known.at) < FORGET_MS
    return isAlive ? known : { tries: 0, at }
  }
  const assertFree = (key: string, free: number): void => {
    const { tries, at } = counterOf(key)
    if (tries < free) return
    const left = at + Math.min(WAIT_MAX_MS, 1000 * 2 ** (tries - free + 1)) - now()
    if (left <= 0) return
    throw new AccessError('rate-limited', { retryAfterSeconds: Math.ceil(left / 1000) })
  }
  const count = (key: string): void => {
    const { tries } = counterOf(key)
    counters.delete(key)
    counters.set(key, { tries: tries + 1, at: now() })
    if (counters.size <= COUNTERS_MAX) return
    counters.delete(counters.keys().next().value as string)
  }
  const forgive = (key: string): void => {
    const { tries, at } = counterOf(key)
    if (tries > 0) counters.set(key, { tries: tries - 1, at })
  }
  return {
    begin(name, ip) {
      const network = networkOf(ip)
      const keys = { pair: `p ${name} ${network}`, network: `i ${network}`, name: `n ${name}` }
      assertFree(keys.pair, FREE.pair)
      assertFree(keys.network, FREE.network)
      const { tries } = counterOf(keys.name)
      for (const key of Object.values(keys)) count(key)
      return tries < FREE.name ? 0 : Math.min(DELAY_MAX_MS, 100 * 2 ** (tries - FREE.name))
    },
    succeeded(name, ip) {
      const network = networkOf(ip)
      counters.delete(`p ${name} ${network}`)
      counters.delete(`n ${name}`)
      forgive(`i ${network}`)
    },
    beginFactor(name) {
      assertFree(`f ${name}`, FREE.factor)
      count(`f ${name}`)
    },
    factorSucceeded: (name) => { counters.delete(`f ${name}`) },
  }
}

/** One household or host: an IPv4 address, or the /64 that an IPv6 host has to itself. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const filling = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  const all = tail === undefined ? groups : [...groups, ...filling, ...rest]
  return `${all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
