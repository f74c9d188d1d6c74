// Settings and surroundings of the HTTP API.

import type { BounceAdmin } from '../bounce/types.ts'
import type { Access } from '../access/access.ts'
import type { Backlog } from '../deliver/webhooks/backlog.ts'
import type { DeadLetter } from '../deliver/webhooks/dead-letters.ts'
import type { Endpoint, EndpointChange, EndpointInput } from '../deliver/webhooks/endpoints.ts'
import type { Log } from '../log.ts'
import type { MailboxAdmin } from '../mailboxes/types.ts'
import type { Optin, OptinRecords } from '../optin/types.ts'
import type { Prevent } from '../prevent/types.ts'
import type { Store } from '../store/types.ts'
import type { ApiKeys } from './keys.ts'
import type { Ledger } from './ledger.ts'
import type { Pages } from './pages.ts'
import type { SourceGuide, SourceTest } from './rows-of-set-up.ts'

export type HttpOptions = {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Tenant of what needs no key, such as webhooks. */
  readonly tenant: string
  readonly publicUrl?: string | undefined
  /** PEM files; read again by `reload`. */
  readonly tls?: { readonly certFile: string; readonly keyFile: string } | undefined
  /** Peers whose X-Forwarded-For is believed: addresses or networks. */
  readonly trustedProxies: readonly string[]
  /** Who may read /metrics: all, keys with the scope `read`, nobody. */
  readonly metrics: 'open' | 'key' | 'off'
  readonly bodyBytesMax: number
  /** Of a webhook, as it comes. */
  readonly hookBytesMax: number
  readonly connectionsMax: number
  readonly requestTimeoutMs: number
  readonly requestsPerMinutePerKey: number
  readonly checksPerMinutePerKey: number
  readonly requestsPerMinutePerIp: number
  readonly hooksPerMinutePerIp: number
  readonly failedKeysPerMinutePerIp: number
  /** Live streams at once. */
  readonly streamsMax: number
  readonly idempotencyHours: number
  /** Origins whose pages may call the API. */
  readonly corsOrigins: readonly string[]
}

/** A request to /hooks/NAME, as it came. */
export type HookRequest = {
  readonly source: string
  readonly method: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Path and query as sent. */
  readonly url: string
  readonly ip: string
}

export type HookAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A figure that somebody else keeps. */
export type Gauge = {
  readonly name: string
  readonly help: string
  readonly read: () => number | Promise<number>
}

/** Something that readiness depends on. */
export type Readiness = {
  readonly name: string
  readonly ready: () => boolean | Promise<boolean>
  /** The service cannot work without it. */
  readonly required: boolean
}

/** A sending system that can be told in its own words. */
export type PlatformInfo = {
  readonly id: string
  readonly name: string
  /** An example of its address, where its credential is found, what becomes of an address there. */
  readonly url: string
  readonly credential: string
  readonly effect: string
  readonly types: readonly string[]
}

/** A webhook, or a sending system with its credential. */
export type NewEndpoint = EndpointInput & {
  readonly platform?: string; readonly credential?: string; readonly list?: string
}

/** Who is told of changes; an `UnsafeUrlError` or `EndpointError` refuses what was given. */
export type EndpointAdmin = {
  readonly platforms: readonly PlatformInfo[]
  readonly list: (tenant: string) => Promise<readonly (Endpoint & Backlog)[]>
  readonly add: (tenant: string, input: NewEndpoint) => Promise<{
    readonly endpoint: Endpoint
    /** Absent where nothing is signed. */
    readonly secret?: string
  }>
  readonly change: (
    tenant: string, id: string, change: EndpointChange,
  ) => Promise<boolean>
  readonly rotate: (tenant: string, id: string) => Promise<string | undefined>
  readonly remove: (tenant: string, id: string) => Promise<boolean>
  /** Tells it every suppression that stands; answers how many. Undefined: no such endpoint. */
  readonly tellAll: (tenant: string, id: string) => Promise<number | undefined>
  readonly deadLetters: (tenant: string, page: {
    readonly limit: number; readonly beforeId?: number; readonly endpoint?: string
  }) => Promise<readonly DeadLetter[]>
  readonly redeliver: (
    tenant: string, which: { readonly id: number } | { readonly endpoint: string },
  ) => Promise<number>
}

/** Sources as they are set up; `test` is undefined where there is no such one. */
export type SourceAdmin = {
  readonly guides: (publicUrl: string, name: string | undefined) => readonly SourceGuide[]
  readonly test: (tenant: string, id: string) => Promise<SourceTest | undefined>
}

export type HttpDeps = {
  readonly store: Store
  readonly ledger: Ledger
  readonly keys: ApiKeys
  readonly log: Log
  readonly now: () => number
  /** Told when there is something new in the inbox. */
  readonly wake: () => void
  readonly version: string
  /** Undefined where no webhook source is set up. */
  readonly receiveHook?: ((request: HookRequest) => Promise<HookAnswer>) | undefined
  /** Undefined where nothing is delivered. */
  readonly endpoints?: EndpointAdmin | undefined
  /** Undefined where messages are not bounced. */
  readonly bounces?: BounceAdmin | undefined
  readonly mailboxes?: MailboxAdmin | undefined
  /** Undefined where only keys are known. */
  readonly access?: Access | undefined
  /** Undefined where no service runs. */
  readonly sources?: SourceAdmin | undefined
  /** Undefined where nothing is checked before it is sent. */
  readonly prevent?: Prevent | undefined
  /** Undefined where nobody is asked to confirm. */
  readonly optin?: Optin | undefined
  readonly optinRecords: OptinRecords
  /** Undefined where there is no web UI. */
  readonly pages?: Pages | undefined
  readonly gauges?: readonly Gauge[]
  readonly readiness?: readonly Readiness[]
}
