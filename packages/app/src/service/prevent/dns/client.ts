// The DNS asked through the system's servers or named ones: answers are kept for a while, equal
// questions are asked once, and only so many at a time.

import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { createTurns } from '../../turns.ts'
import type { Dns, DnsAnswer, DnsRecords, DnsType } from './types.ts'

export type DnsClientOptions = {
  /** `192.0.2.53` or `192.0.2.53:5353`; the system's where there are none. */
  readonly servers: readonly string[]
  /**
   * Of one try, in ms.
   * @default 3000
   */
  readonly timeoutMs: number
  /** @default 2 */
  readonly tries: number
  /**
   * Questions at the same time.
   * @default 64
   */
  readonly concurrency: number
  /**
   * How long an answer is kept, in ms; node does not tell how long it holds for types other than
   * addresses.
   * @default 300000
   */
  readonly keepMs: number
  /** Answers kept. @default 50000 */
  readonly keptMax: number
}

export const DNS_CLIENT_DEFAULTS: DnsClientOptions = {
  servers: [], timeoutMs: 3_000, tries: 2, concurrency: 64, keepMs: 300_000, keptMax: 50_000,
}

/** Trouble is asked about again sooner: it may be over. */
const KEEP_TROUBLE_MS = 15_000
const NAME_CHARS_MAX = 253

type Kept = {
  readonly answer: Promise<DnsAnswer<DnsType>>
  /** The answer, once it is there. */
  told?: DnsAnswer<DnsType>
  until: number
}

/** Code of the trouble that nothing is kept about a name. */
export const NOT_ASKED = 'NOT-ASKED'

export type DnsClient = Dns & {
  /** Answers from what is kept and asks nobody. */
  readonly kept: Dns
}

export function createDnsClient(options: DnsClientOptions, now: () => number): DnsClient {
  const resolver = new Resolver({ timeout: options.timeoutMs, tries: options.tries })
  if (options.servers.length > 0) resolver.setServers(options.servers)
  const kept = new Map<string, Kept>()
  const turns = createTurns(options.concurrency)

  function ask(name: string, type: DnsType, key: string): Promise<DnsAnswer<DnsType>> {
    const entry: Kept = {
      answer: turns(() => askServers(resolver, name, type)), until: now() + options.keepMs,
    }
    if (kept.size >= options.keptMax) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, entry)
    void settle(entry)
    return entry.answer
  }

  async function settle(entry: Kept): Promise<void> {
    const told = await entry.answer
    entry.told = told
    if (told.kind === 'trouble') entry.until = Math.min(entry.until, now() + KEEP_TROUBLE_MS)
  }

  async function lookup<Type extends DnsType>(
    name: string, type: Type, isKept: boolean,
  ): Promise<DnsAnswer<Type>> {
    const asked = name.toLowerCase().replace(/\.$/, '')
    if (!isAskable(asked, type)) return { kind: 'trouble', code: 'BADNAME' }
    const key = `${type} ${asked}`
    const found = kept.get(key)
    const entry = found !== undefined && found.until > now() ? found : undefined
    if (isKept) return (entry?.told ?? NOTHING_KEPT) as DnsAnswer<Type>
    return await (entry?.answer ?? ask(asked, type, key)) as DnsAnswer<Type>
  }

  return {
    lookup: (name, type) => lookup(name, type, false),
    kept: { lookup: (name, type) => lookup(name, type, true) },
  }
}

const NOTHING_KEPT: DnsAnswer<DnsType> = { kind: 'trouble', code: NOT_ASKED }

/** What strangers wrote is not asked unless it is a name (RFC 1035 §2.3.4; `_` for services). */
function isAskable(name: string, type: DnsType): boolean {
  if (type === 'PTR') return isIP(name) > 0
  return name.length <= NAME_CHARS_MAX && name.includes('.') &&
    name.split('.').every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
}

async function askServers(
  resolver: Resolver, name: string, type: DnsType,
): Promise<DnsAnswer<DnsType>> {
  try {
    const records = await RESOLVERS[type](resolver, name)
    return records.length === 0 ? { kind: 'none' } : { kind: 'found', records }
  } catch (error) {
    const code = (error as { readonly code?: string }).code ?? 'UNKNOWN'
    if (code === 'ENOTFOUND') return { kind: 'missing' }
    return code === 'ENODATA' ? { kind: 'none' } : { kind: 'trouble', code }
  }
}

const RESOLVERS: {
  readonly [Type in DnsType]: (resolver: Resolver, name: string) => Promise<DnsRecords[Type][]>
} = {
  A: (resolver, name) => resolver.resolve4(name),
  AAAA: (resolver, name) => resolver.resolve6(name),
  async MX(resolver, name) {
    const records = await resolver.resolveMx(name)
    return records.map(({ priority, exchange }) => ({ priority, exchange: exchange.toLowerCase() }))
  },
  async TXT(resolver, name) {
    const records = await resolver.resolveTxt(name)
    return records.map((strings) => strings.join(''))
  },
  PTR: (resolver, name) => resolver.reverse(name),
  async TLSA(resolver, name) {
    const records = await resolver.resolveTlsa(name)
    return records.map(({ certUsage, selector, match, data }) => ({
      usage: certUsage, selector, matching: match, data: new Uint8Array(data),
    }))
  },
}
