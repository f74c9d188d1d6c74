// Every default of the service, in one object. Units stand in the names.

import { ADDRESS_EQUIVALENCE_DEFAULT, MESSAGE_BYTES_MAX } from '@carom/core'
import { BOUNCE_DEFAULTS } from '../bounce/options.ts'
import { MAP_FILE_DEFAULTS } from '../deliver/maps/map-file.ts'
import { SAFE_FETCH_DEFAULTS } from '../deliver/safe-fetch.ts'
import { WEBHOOK_DELIVERY_DEFAULTS } from '../deliver/webhooks/delivery.ts'
import { IMAP_DEFAULTS } from '../intake/imap/options.ts'
import { LOG_FILE_DEFAULTS, SYSLOG_DEFAULTS, type OwnLog } from '../intake/log/options.ts'
import { MAIL_SOURCE_DEFAULTS } from '../intake/mailbox/types.ts'
import { MAILDIR_DEFAULTS } from '../intake/maildir/options.ts'
import { POP3_DEFAULTS } from '../intake/pop3/options.ts'
import { SMTP_LIMITS_DEFAULTS } from '../intake/smtp/options.ts'
import { LOG_DEFAULTS } from '../log.ts'
import { MAILBOXES_DEFAULTS } from '../mailboxes/options.ts'
import { OPTIN_DEFAULTS } from '../optin/options.ts'
import { PIPELINE_DEFAULTS } from '../pipeline/pipeline.ts'
import { PREVENT_DEFAULTS } from '../prevent/options.ts'
import { STORE_DEFAULTS } from '../store/options.ts'
import { RETENTION_DEFAULTS } from '../store/retention.ts'
import { LEDGER_RETENTION_DEFAULTS } from '../store/sweep-ledger.ts'
import type {
  Config, DomainConfig, ImapSource, JournaldSource, KeptMail, LogBase, LogSource, MailServer,
  MaildirSource, MapFileConfig, Pop3Source, SourceBase, SyslogSource, WebhookSource,
} from './types.ts'

const DAY_MS = 86_400_000

const { messageBytesMax, recipientsMax, connectionsMax, connectionsPerNetworkMax } =
  SMTP_LIMITS_DEFAULTS

/** What holds where neither file nor environment says otherwise. */
export const CONFIG_DEFAULTS: Config = {
  tenant: 'default',
  store: {
    url: './carom.db', busyTimeoutMs: STORE_DEFAULTS.busyTimeoutMs,
    cacheBytes: STORE_DEFAULTS.cacheBytes, freeBytesMin: STORE_DEFAULTS.freeBytesMin,
    connectionsMax: STORE_DEFAULTS.connectionsMax,
  },
  http: {
    enabled: true, host: '127.0.0.1', port: 8025, trustedProxies: [], metrics: 'open',
    bodyBytesMax: MESSAGE_BYTES_MAX, connectionsMax: 2_000, requestTimeoutMs: 60_000,
    requestsPerMinutePerKey: 60_000, checksPerMinutePerKey: 3_000_000,
    requestsPerMinutePerIp: 600, hooksPerMinutePerIp: 60_000, failedKeysPerMinutePerIp: 20,
    streamsMax: 100, idempotencyHours: 24, corsOrigins: [],
    sessions: { idleMinutes: 720, hours: 168 },
  },
  log: LOG_DEFAULTS,
  tokens: {},
  smtp: {
    enabled: false, host: '127.0.0.1', port: 2525, domains: [], proxyFrom: [], messageBytesMax,
    recipientsMax, connectionsMax, connectionsPerNetworkMax,
  },
  lmtp: {
    enabled: false, host: '127.0.0.1', port: 2424, domains: [], trustedPeers: [], messageBytesMax,
  },
  sources: [],
  policy: 'carom',
  guards: { dryRun: false, ownDomains: [] },
  addresses: ADDRESS_EQUIVALENCE_DEFAULT,
  pipeline: {
    threads: PIPELINE_DEFAULTS.judge.threads, batchItems: PIPELINE_DEFAULTS.batchItems,
    leaseMs: PIPELINE_DEFAULTS.leaseMs, attemptsMax: PIPELINE_DEFAULTS.attemptsMax,
  },
  deliver: {
    concurrency: WEBHOOK_DELIVERY_DEFAULTS.concurrency, timeoutMs: SAFE_FETCH_DEFAULTS.timeoutMs,
    allowHosts: SAFE_FETCH_DEFAULTS.allowHosts, allowPorts: SAFE_FETCH_DEFAULTS.allowPorts,
    allowHttp: SAFE_FETCH_DEFAULTS.allowHttp,
    keepDeliveredDays: WEBHOOK_DELIVERY_DEFAULTS.keepDeliveredMs / DAY_MS,
    keepDeadDays: WEBHOOK_DELIVERY_DEFAULTS.keepDeadMs / DAY_MS,
  },
  maps: {
    socketmap: { enabled: false, host: '127.0.0.1', port: 8026 },
    tcpTable: { enabled: false, host: '127.0.0.1', port: 8027 },
    files: [],
  },
  bounce: BOUNCE_DEFAULTS,
  mailboxes: MAILBOXES_DEFAULTS,
  prevent: PREVENT_DEFAULTS,
  optin: OPTIN_DEFAULTS,
  retention: {
    rawDays: RETENTION_DEFAULTS.rawMs / DAY_MS, inboxDays: RETENTION_DEFAULTS.inboxMs / DAY_MS,
    eventDays: LEDGER_RETENTION_DEFAULTS.eventMs / DAY_MS,
    sendDays: LEDGER_RETENTION_DEFAULTS.sendMs / DAY_MS,
  },
  privacy: { addresses: 'clear' },
}

type EntryDefaults = {
  readonly source: Pick<SourceBase, 'enabled'>
  readonly keptMail: Pick<KeptMail, 'keep' | 'onlyBounces'>
  readonly mailServer: Pick<MailServer, 'security' | 'allowPlain'>
  readonly imap: Pick<ImapSource, 'mailboxes' | 'after' | 'keyword' | 'pollMs'>
  readonly pop3: Pick<Pop3Source, 'after' | 'pollMs'>
  readonly maildir: Pick<MaildirSource, 'after' | 'scanMs'>
  readonly logBase: Pick<LogBase, 'mta' | 'ownHosts'>
  readonly ownLog: OwnLog
  readonly log: Pick<LogSource, 'from'>
  readonly syslog: Pick<SyslogSource, 'host' | 'port' | 'udp' | 'tcp' | 'peers'>
  readonly journald: Pick<JournaldSource, 'filter'>
  readonly webhook: Pick<WebhookSource, 'secrets' | 'topics' | 'allowFrom' | 'allowUnsigned'>
  readonly domain: Pick<DomainConfig, 'kind'>
  readonly mapFile: Omit<MapFileConfig, 'path'>
}

/** What an entry of a list takes where it does not say. */
export const ENTRY_DEFAULTS: EntryDefaults = {
  source: { enabled: true },
  keptMail: MAIL_SOURCE_DEFAULTS,
  mailServer: { security: 'tls', allowPlain: false },
  imap: {
    mailboxes: IMAP_DEFAULTS.mailboxes, after: IMAP_DEFAULTS.after,
    keyword: IMAP_DEFAULTS.keyword, pollMs: IMAP_DEFAULTS.pollMs,
  },
  pop3: { after: POP3_DEFAULTS.after, pollMs: POP3_DEFAULTS.pollMs },
  maildir: { after: MAILDIR_DEFAULTS.after, scanMs: MAILDIR_DEFAULTS.scanMs },
  logBase: { mta: LOG_FILE_DEFAULTS.mta, ownHosts: LOG_FILE_DEFAULTS.ownHosts },
  ownLog: { registerSends: false },
  log: { from: LOG_FILE_DEFAULTS.from },
  syslog: {
    host: SYSLOG_DEFAULTS.host, port: SYSLOG_DEFAULTS.port, udp: SYSLOG_DEFAULTS.udp,
    tcp: SYSLOG_DEFAULTS.tcp, peers: SYSLOG_DEFAULTS.peers,
  },
  journald: { filter: [] },
  webhook: { secrets: [], topics: [], allowFrom: [], allowUnsigned: false },
  domain: { kind: 'bounces' },
  mapFile: {
    format: MAP_FILE_DEFAULTS.format, list: MAP_FILE_DEFAULTS.list,
    intervalMs: MAP_FILE_DEFAULTS.intervalMs,
  },
}
