// Every default of the service, in one object. Units stand in the names.

import { MESSAGE_BYTES_MAX } from '@carom/core'
import { LOG_DEFAULTS } from '../log.ts'
import type { Config, EntryDefaults } from './types.ts'

/** What holds where neither file nor environment says otherwise. */
export const CONFIG_DEFAULTS: Config = {
  tenant: 'default',
  store: { url: './carom.db', busyTimeoutMs: 5_000, connectionsMax: 10 },
  http: {
    enabled: true, host: '127.0.0.1', port: 8025, trustedProxies: [], metrics: 'open',
    bodyBytesMax: MESSAGE_BYTES_MAX, connectionsMax: 2_000, requestTimeoutMs: 60_000,
    requestsPerMinutePerKey: 60_000, checksPerMinutePerKey: 3_000_000,
    requestsPerMinutePerIp: 600, hooksPerMinutePerIp: 60_000, failedKeysPerMinutePerIp: 20,
    streamsMax: 100, idempotencyHours: 24, corsOrigins: [],
  },
  log: LOG_DEFAULTS,
  tokens: { validDays: 365 },
  smtp: {
    enabled: false, host: '127.0.0.1', port: 2525, domains: [], requireToken: false,
    messageBytesMax: MESSAGE_BYTES_MAX, recipientsMax: 10, connectionsMax: 500,
    connectionsPerIpMax: 50, idleTimeoutMs: 60_000,
  },
  lmtp: { enabled: false, host: '127.0.0.1', port: 2424, messageBytesMax: MESSAGE_BYTES_MAX },
  sources: [],
  policy: 'recommended',
  guards: {
    dryRun: false, minTrust: 2, suppressionsPerHourMax: 1_000, suppressionsShareMax: 0.05,
    outageMinAddresses: 20, outageShare: 0.5, outageWindowMinutes: 30,
  },
  pipeline: { batchMax: 200, leaseMs: 60_000, attemptsMax: 3 },
  endpoints: [],
  maps: {
    socketmap: { enabled: false, host: '127.0.0.1', port: 8026 },
    tcpTable: { enabled: false, host: '127.0.0.1', port: 8027 },
    files: [],
  },
  retention: { rawDays: 30, eventDays: 396, sendDays: 90, outboxDays: 14 },
  privacy: { hashAddresses: false },
}

/** What an entry of a list takes where it does not say. */
export const ENTRY_DEFAULTS: EntryDefaults = {
  source: { enabled: true },
  mailbox: { security: 'tls', pollSeconds: 60 },
  imap: { mailboxes: ['INBOX'], after: 'move', moveTo: 'Carom', idle: true },
  pop3: { after: 'delete' },
  folder: { after: 'keep', pollSeconds: 10 },
  log: { start: 'end', pollSeconds: 1 },
  syslog: { host: '127.0.0.1', port: 5514, protocol: 'udp', allowFrom: [] },
  journald: { units: [] },
  webhook: { secrets: [], topics: [], allowFrom: [], allowUnsigned: false },
  endpoint: { types: [], enabled: true, timeoutMs: 15_000, retryHours: 72, allowPrivate: false },
  mapFile: { format: 'plain', everySeconds: 60 },
}
