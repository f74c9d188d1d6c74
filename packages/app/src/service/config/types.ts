// The configuration as the service sees it: every setting has a value or is truly optional. What
// each one means stands in schema.ts, which docs/config.md is made from.

import type { LogMta, WebhookVendor } from '@carom/core'
import type { OidcOptions } from '../access/options.ts'
import type { MapFileOptions } from '../deliver/maps/map-file.ts'
import type { LogOptions } from '../log.ts'
import type { BounceOptions } from '../bounce/options.ts'
import type { MailboxesOptions } from '../mailboxes/options.ts'
import type { OwnLog } from '../intake/log/options.ts'
import type { OptinOptions } from '../optin/options.ts'
import type { PreventOptions } from '../prevent/options.ts'

export type Config = {
  readonly tenant: string
  readonly store: StoreConfig
  readonly http: HttpConfig
  readonly log: LogOptions
  readonly tokens: TokensConfig
  readonly smtp: SmtpConfig
  readonly lmtp: LmtpConfig
  readonly sources: readonly SourceConfig[]
  /** A preset's name or a whole policy; core/policy checks it. */
  readonly policy: string | Readonly<Record<string, unknown>>
  readonly guards: GuardsConfig
  readonly addresses: AddressesConfig
  readonly pipeline: PipelineConfig
  readonly deliver: DeliverConfig
  readonly maps: MapsConfig
  readonly bounce: BounceOptions
  readonly mailboxes: MailboxesOptions
  readonly prevent: PreventOptions
  readonly optin: OptinOptions
  readonly retention: RetentionConfig
  readonly privacy: PrivacyConfig
}

export type StoreConfig = {
  readonly url: string
  readonly busyTimeoutMs: number
  readonly cacheBytes: number
  readonly freeBytesMin: number
  readonly connectionsMax: number
}

export type TlsFiles = { readonly certFile: string; readonly keyFile: string }

export type HttpConfig = {
  readonly enabled: boolean
  readonly host: string
  readonly port: number
  readonly publicUrl?: string | undefined
  readonly tls?: TlsFiles | undefined
  readonly trustedProxies: readonly string[]
  readonly metrics: 'open' | 'key' | 'off'
  readonly bodyBytesMax: number
  readonly connectionsMax: number
  readonly requestTimeoutMs: number
  readonly requestsPerMinutePerKey: number
  readonly checksPerMinutePerKey: number
  readonly hooksPerMinutePerIp: number; readonly requestsPerMinutePerIp: number
  readonly failedKeysPerMinutePerIp: number
  readonly streamsMax: number; readonly idempotencyHours: number
  readonly corsOrigins: readonly string[]
  readonly sessions: { readonly idleMinutes: number; readonly hours: number }
  /** The identity provider by which people log in. */
  readonly oidc?: OidcOptions | undefined
}

export type TokensConfig = { readonly keysFile?: string | undefined }

export type DomainConfig = {
  readonly name: string
  readonly kind: 'bounces' | 'feedback'
  readonly requireToken?: boolean | undefined
  readonly mailboxes?: readonly string[] | undefined
  readonly list?: string | undefined
}

export type SmtpConfig = {
  readonly enabled: boolean
  readonly host: string
  readonly port: number
  readonly hostname?: string | undefined
  readonly domains: readonly DomainConfig[]
  readonly tls?: TlsFiles | undefined
  readonly proxyFrom: readonly string[]
  readonly messageBytesMax: number
  readonly recipientsMax: number
  readonly connectionsMax: number
  readonly connectionsPerNetworkMax: number
}

export type LmtpConfig = {
  readonly enabled: boolean
  readonly host: string
  readonly port: number
  readonly socketPath?: string | undefined
  readonly domains: readonly DomainConfig[]
  readonly trustedPeers: readonly string[]
  readonly messageBytesMax: number
}

export type SourceBase = {
  readonly name: string
  readonly enabled: boolean
  readonly list?: string | undefined
}

/** What sources of kept mail share. */
export type KeptMail = SourceBase & {
  readonly trustHeader?: string | undefined
  readonly keep: 'all' | 'bounces'
  readonly onlyBounces: boolean
}

export type MailServer = KeptMail & {
  readonly host: string
  readonly port?: number | undefined
  readonly security: 'tls' | 'starttls' | 'plain'
  readonly allowPlain: boolean
  readonly user: string
  readonly password?: string | undefined
  readonly accessToken?: string | undefined
  readonly pollMs: number
}

export type ImapSource = MailServer & {
  readonly type: 'imap'
  readonly mailboxes: readonly string[]
  readonly after: 'flag' | 'seen' | 'leave' | 'move' | 'delete'
  readonly keyword: string
  readonly moveTo?: string | undefined
}

export type Pop3Source = MailServer & {
  readonly type: 'pop3'
  readonly after: 'leave' | 'delete'
}

export type MaildirSource = KeptMail & {
  readonly type: 'maildir'
  readonly folders: readonly string[]
  readonly after: 'leave' | 'seen' | 'move' | 'delete'
  readonly moveTo?: string | undefined
  readonly scanMs: number
}

export type MboxSource = KeptMail & {
  readonly type: 'mbox'
  readonly files: readonly string[]
}

export type LogBase = SourceBase & {
  readonly mta: LogMta | 'auto'
  readonly zone?: string | undefined
  readonly ownHosts: readonly string[]
}

export type LogSource = LogBase & OwnLog & {
  readonly type: 'log'
  readonly paths: readonly string[]
  readonly from: 'start' | 'end'
  readonly year?: number | undefined
}

export type SyslogSource = LogBase & {
  readonly type: 'syslog'
  readonly host: string
  readonly port: number
  readonly udp: boolean
  readonly tcp: boolean
  readonly peers: readonly string[]
}

export type JournaldSource = LogBase & OwnLog & {
  readonly type: 'journald'
  readonly filter: readonly string[]
}

export type WebhookSource = SourceBase & {
  readonly type: 'webhook'
  readonly campaign?: string | undefined
  readonly trust?: 0 | 1 | 2 | undefined
  readonly vendor: WebhookVendor
  readonly secret?: string | undefined
  readonly secrets: readonly string[]
  readonly publicKey?: string | undefined
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly topics: readonly string[]
  readonly allowFrom: readonly string[]
  readonly allowUnsigned: boolean
}

export type SourceConfig =
  | ImapSource | Pop3Source | MaildirSource | MboxSource | LogSource | SyslogSource
  | JournaldSource | WebhookSource

export type GuardsConfig = {
  readonly dryRun: boolean
  readonly minTrust?: number | undefined
  readonly outage?: boolean | undefined
  readonly rateCap?: boolean | undefined
  readonly ownDomains: readonly string[]
}

export type AddressesConfig = {
  readonly case: 'lower-domain' | 'lower-all'
  readonly plusTags: 'keep' | 'strip'
  readonly gmailDots: 'keep' | 'strip'
}

export type PipelineConfig = {
  readonly threads: number
  readonly batchItems: number
  readonly leaseMs: number
  readonly attemptsMax: number
}

/** Outgoing webhooks; who gets them is set over the API. */
export type DeliverConfig = {
  readonly concurrency: number
  readonly timeoutMs: number
  readonly allowHosts: readonly string[]
  readonly allowPorts: readonly number[]
  readonly allowHttp: boolean
  readonly keepDeliveredDays: number
  readonly keepDeadDays: number
}

export type MapServerConfig = {
  readonly enabled: boolean; readonly host: string; readonly port: number
}

export type MapsConfig = {
  readonly socketmap: MapServerConfig
  readonly tcpTable: MapServerConfig
  readonly files: readonly MapFileConfig[]
}

export type MapFileConfig = Omit<MapFileOptions, 'tenant'>

export type RetentionConfig =
  Readonly<Record<'rawDays' | 'inboxDays' | 'eventDays' | 'sendDays', number>>

export type PrivacyConfig = {
  readonly addresses: 'clear' | 'hashed'; readonly pepperFile?: string | undefined
}
