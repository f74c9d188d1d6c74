// The configuration as the service sees it: every setting has a value or is truly optional. What
// each one means stands in schema.ts, which docs/config.md is made from.

import type { LogOptions } from '../log.ts'

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
  readonly pipeline: PipelineConfig
  readonly endpoints: readonly EndpointConfig[]
  readonly maps: MapsConfig
  readonly retention: RetentionConfig
  readonly privacy: PrivacyConfig
}

export type StoreConfig = {
  readonly url: string; readonly busyTimeoutMs: number; readonly connectionsMax: number
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
  readonly hooksPerMinutePerIp: number
  readonly requestsPerMinutePerIp: number
  readonly failedKeysPerMinutePerIp: number
  readonly streamsMax: number
  readonly idempotencyHours: number
  readonly corsOrigins: readonly string[]
}

export type TokensConfig = {
  readonly keysFile?: string | undefined; readonly domain?: string | undefined
  readonly validDays: number
}

export type SmtpConfig = {
  readonly enabled: boolean
  readonly host: string
  readonly port: number
  readonly hostname?: string | undefined
  readonly domains: readonly string[]
  readonly tls?: TlsFiles | undefined
  readonly requireToken: boolean
  readonly messageBytesMax: number
  readonly recipientsMax: number
  readonly connectionsMax: number
  readonly connectionsPerIpMax: number
  readonly idleTimeoutMs: number
}

export type LmtpConfig = {
  readonly enabled: boolean
  readonly host: string
  readonly port: number
  readonly socketPath?: string | undefined
  readonly messageBytesMax: number
}

type SourceBase = {
  readonly name: string
  readonly enabled: boolean
  readonly list?: string | undefined
  readonly campaign?: string | undefined
  /** Authenticated sources prove 1 by themselves. */
  readonly trust?: 0 | 1 | 2 | undefined
}

type MailboxBase = SourceBase & {
  readonly host: string
  readonly port?: number | undefined
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly password?: string | undefined
  readonly accessToken?: string | undefined
  readonly pollSeconds: number
}

export type ImapSource = MailboxBase & {
  readonly type: 'imap'
  readonly mailboxes: readonly string[]
  readonly after: 'move' | 'flag' | 'delete' | 'keep'
  readonly moveTo: string
  readonly idle: boolean
}

export type Pop3Source = MailboxBase & {
  readonly type: 'pop3'
  readonly after: 'delete' | 'keep'
}

export type FolderSource = SourceBase & {
  readonly type: 'maildir' | 'mbox'
  readonly path: string
  readonly after: 'move' | 'delete' | 'keep'
  readonly pollSeconds: number
}

export type LogSource = SourceBase & {
  readonly type: 'log'
  readonly paths: readonly string[]
  readonly mta: string
  readonly start: 'beginning' | 'end'
  readonly pollSeconds: number
}

export type SyslogSource = SourceBase & {
  readonly type: 'syslog'
  readonly mta: string
  readonly host: string
  readonly port: number
  readonly protocol: 'udp' | 'tcp'
  readonly allowFrom: readonly string[]
}

export type JournaldSource = SourceBase & {
  readonly type: 'journald'
  readonly mta: string
  readonly units: readonly string[]
}

export type WebhookSource = SourceBase & {
  readonly type: 'webhook'
  readonly vendor: string
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
  | ImapSource | Pop3Source | FolderSource | LogSource | SyslogSource | JournaldSource
  | WebhookSource

export type GuardsConfig = {
  readonly dryRun: boolean
  readonly minTrust: number
  readonly suppressionsPerHourMax: number
  readonly suppressionsShareMax: number
  readonly outageMinAddresses: number
  readonly outageShare: number
  readonly outageWindowMinutes: number
}

export type PipelineConfig = {
  readonly batchMax: number; readonly leaseMs: number; readonly attemptsMax: number
}

export type EndpointConfig = {
  readonly name: string
  readonly url: string
  readonly secret: string
  readonly types: readonly string[]
  readonly enabled: boolean
  readonly timeoutMs: number
  readonly retryHours: number
  readonly allowPrivate: boolean
}

export type MapsConfig = {
  readonly socketmap: { readonly enabled: boolean; readonly host: string; readonly port: number }
  readonly tcpTable: { readonly enabled: boolean; readonly host: string; readonly port: number }
  readonly files: readonly {
    readonly path: string; readonly format: 'postfix' | 'haraka' | 'kumomta' | 'plain'
    readonly list?: string | undefined; readonly everySeconds: number
  }[]
}

export type RetentionConfig = {
  readonly rawDays: number; readonly eventDays: number; readonly sendDays: number
  readonly outboxDays: number
}

export type PrivacyConfig = {
  readonly hashAddresses: boolean; readonly pepperFile?: string | undefined
}

/** What an entry of a list takes where it does not say. */
export type EntryDefaults = {
  readonly source: Pick<SourceBase, 'enabled'>
  readonly mailbox: Pick<MailboxBase, 'security' | 'pollSeconds'>
  readonly imap: Pick<ImapSource, 'mailboxes' | 'after' | 'moveTo' | 'idle'>
  readonly pop3: Pick<Pop3Source, 'after'>
  readonly folder: Pick<FolderSource, 'after' | 'pollSeconds'>
  readonly log: Pick<LogSource, 'start' | 'pollSeconds'>
  readonly syslog: Pick<SyslogSource, 'host' | 'port' | 'protocol' | 'allowFrom'>
  readonly journald: Pick<JournaldSource, 'units'>
  readonly webhook: Pick<WebhookSource, 'secrets' | 'topics' | 'allowFrom' | 'allowUnsigned'>
  readonly endpoint: Pick<EndpointConfig,
    'types' | 'enabled' | 'timeoutMs' | 'retryHours' | 'allowPrivate'>
  readonly mapFile: Pick<MapsConfig['files'][number], 'format' | 'everySeconds'>
}
