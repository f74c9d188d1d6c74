// What may stand in carom.yaml: each section with its settings, their kinds and what they mean.

import { z } from 'zod'
import { CONFIG_DEFAULTS } from './defaults.ts'
import {
  choice, domain, duration, facts, flag, host, list, name, path, port, section, text, url, whole,
} from './fields.ts'
import { OIDC, SESSIONS } from './schema-access.ts'
import { BOUNCE, MAILBOXES, PREVENT } from './schema-mail.ts'
import { OPTIN } from './schema-optin.ts'
import { DOMAINS, MAP_FILES, SOURCES } from './schema-lists.ts'
import type { Config, MapServerConfig } from './types.ts'

const D = CONFIG_DEFAULTS
const MEGABYTE = 1_048_576

const TLS = section({
  certFile: path('Certificate with its chain, PEM. Read again at SIGHUP.'),
  keyFile: path('Private key, PEM.'),
}, 'Certificate and key; absent: none.')

const STORE = section({
  url: text(
    'File of the embedded SQLite store, or postgres://… of a PostgreSQL 15 or later.',
    'a path or an address that begins with postgres://', /^[^\p{Cc}]+$/u).default(D.store.url),
  busyTimeoutMs: duration('How long a write waits for another one, in milliseconds.')
    .default(D.store.busyTimeoutMs),
  cacheBytes: whole(MEGABYTE, 64 * 1024 * MEGABYTE, 'Memory for pages of SQLite, in bytes; ' +
    'reads take a quarter of it besides.').default(D.store.cacheBytes),
  freeBytesMin: whole(0, 1024 * 1024 * MEGABYTE, 'Free bytes on the disk below which the ' +
    'service is not ready.').default(D.store.freeBytesMin),
  connectionsMax: whole(1, 100, 'Connections to PostgreSQL.').default(D.store.connectionsMax),
}, 'Where everything is kept. `store: ./carom.db` is short for `store: { url: ./carom.db }`.')

const HTTP = section({
  enabled: flag('Answer the HTTP API.').default(D.http.enabled),
  host: host('Address to listen on.').default(D.http.host),
  port: port('Port to listen on.').default(D.http.port),
  publicUrl: url('Where others reach the API; shown in links and the API document.').optional(),
  tls: TLS.optional(),
  trustedProxies: list(text('An address or a network such as 10.0.0.0/8.'), 100,
    'Peers whose X-Forwarded-For is believed.').default([...D.http.trustedProxies]),
  metrics: choice(['open', 'key', 'off'], 'Who may read /metrics: all, keys of the scope read, ' +
    'nobody.').default(D.http.metrics),
  bodyBytesMax: whole(1_024, 1_024 * MEGABYTE, 'Largest body of a request, in bytes.')
    .default(D.http.bodyBytesMax),
  connectionsMax: whole(1, 100_000, 'Connections at once.').default(D.http.connectionsMax),
  requestTimeoutMs: duration('Time for a request to arrive, in milliseconds.')
    .default(D.http.requestTimeoutMs),
  requestsPerMinutePerKey: whole(1, 100_000_000, 'Requests of one key in a minute.')
    .default(D.http.requestsPerMinutePerKey),
  checksPerMinutePerKey: whole(1, 100_000_000, 'Checks of one key in a minute.')
    .default(D.http.checksPerMinutePerKey),
  hooksPerMinutePerIp: whole(1, 100_000_000, 'Webhooks of one address in a minute.')
    .default(D.http.hooksPerMinutePerIp),
  requestsPerMinutePerIp: whole(1, 100_000_000,
    'Requests without a key of one address in a minute.')
    .default(D.http.requestsPerMinutePerIp),
  failedKeysPerMinutePerIp: whole(1, 10_000, 'Wrong keys of one address in a minute.')
    .default(D.http.failedKeysPerMinutePerIp),
  streamsMax: whole(1, 10_000, 'Live streams at once.').default(D.http.streamsMax),
  idempotencyHours: whole(1, 168, 'How long an Idempotency-Key is remembered, in hours.')
    .default(D.http.idempotencyHours),
  corsOrigins: list(text('An origin such as https://app.example.com.'), 100,
    'Web pages of these origins may call the API.').default([...D.http.corsOrigins]),
  sessions: SESSIONS.prefault({}),
  oidc: OIDC.optional(),
}, 'The HTTP API.')

const LOG = section({
  level: choice(['debug', 'info', 'warn', 'error', 'silent'], 'The least that is written.')
    .default(D.log.level),
  format: choice(['auto', 'json', 'text'], 'json for machines, text for people; auto: text on a ' +
    'terminal.').default(D.log.format),
  addresses: flag('Write addresses as they are; else as a hash that stays the same until the ' +
    'service starts again.').default(D.log.addresses),
}, 'The log, on standard error. Secrets are never in it.')

const TOKENS = section({
  keysFile: path('File of the keys that return-path tokens are made with; see `carom token`. ' +
    'Absent: the variable CAROM_TOKEN_KEYS.').optional(),
}, 'Return-path tokens: they prove that a bounce is about a message you sent.')

const SMTP = section({
  enabled: flag('Take bounces in by SMTP.').default(D.smtp.enabled),
  host: host('Address to listen on.').default(D.smtp.host),
  port: port('Port to listen on.').default(D.smtp.port),
  hostname: domain('Name in the greeting; absent: the name of the machine.').optional(),
  domains: DOMAINS,
  tls: TLS.optional(),
  proxyFrom: list(text('An address or a network.'), 100, 'Peers that may speak the PROXY ' +
    'protocol, version 1.').default([...D.smtp.proxyFrom]),
  messageBytesMax: whole(1_024, 256 * MEGABYTE, 'Largest message, in bytes.')
    .default(D.smtp.messageBytesMax),
  recipientsMax: whole(1, 1_000, 'Recipients of one message.').default(D.smtp.recipientsMax),
  connectionsMax: whole(1, 100_000, 'Connections at once.').default(D.smtp.connectionsMax),
  connectionsPerNetworkMax: whole(1, 100_000, 'Connections of one network (IPv4 /24, IPv6 /64) ' +
    'at once.').default(D.smtp.connectionsPerNetworkMax),
}, 'The SMTP server for bounce and feedback domains.')

const LMTP = section({
  enabled: flag('Take bounces in by LMTP, from a mail server of your own.')
    .default(D.lmtp.enabled),
  host: host('Address to listen on.').default(D.lmtp.host),
  port: port('Port to listen on.').default(D.lmtp.port),
  socketPath: path('Unix socket to listen on, instead of host and port.').optional(),
  domains: DOMAINS,
  trustedPeers: list(text('An address, a network, or unix.'), 100, 'Peers whose mail counts as ' +
    'coming from an authenticated source; unix: whoever may open the socket file.')
    .default([...D.lmtp.trustedPeers]),
  messageBytesMax: whole(1_024, 256 * MEGABYTE, 'Largest message, in bytes.')
    .default(D.lmtp.messageBytesMax),
}, 'The LMTP server (RFC 2033).')

const GUARDS = section({
  dryRun: flag('Decide and show, but suppress nothing.').default(D.guards.dryRun),
  minTrust: whole(0, 3, 'What a report must prove to count: 0 nothing, 1 an authenticated ' +
    'source, 2 a message you sent, 3 a return-path token. Absent: as the policy says.').optional(),
  outage: flag('Hold failures while a receiver refuses people who are known to be there. Absent: ' +
    'as the policy says.').optional(),
  rateCap: flag('Cap the suppressions of one hour; the rest waits for review. Absent: as the ' +
    'policy says.').optional(),
  ownDomains: list(domain('A domain.'), 1_000, 'Domains of this system itself: a bounce of one ' +
    'of its own mails is nobody\'s bounce.').default([...D.guards.ownDomains]),
}, 'What keeps good addresses from being suppressed.')

const ADDRESSES = section({
  case: choice(['lower-all', 'lower-domain'], 'Whether the case of the local part is ignored.')
    .default(D.addresses.case),
  plusTags: choice(['keep', 'strip'], 'Whether user+tag is user at the providers that are known ' +
    'to deliver it there.').default(D.addresses.plusTags),
  gmailDots: choice(['keep', 'strip'], 'Whether dots count in local parts at Gmail.')
    .default(D.addresses.gmailDots),
}, 'Which spellings are one address. Choose before the first bounce: stored ones are kept.')

const PIPELINE = section({
  threads: whole(0, 64, 'Threads that judge; 0 judges in the main thread.')
    .default(D.pipeline.threads),
  batchItems: whole(1, 10_000, 'Inputs judged in one transaction.').default(D.pipeline.batchItems),
  leaseMs: duration('An input that a worker took is given to another after this time, in ' +
    'milliseconds.').default(D.pipeline.leaseMs),
  attemptsMax: whole(1, 100, 'An input that broke its thread this often is put aside.')
    .default(D.pipeline.attemptsMax),
}, 'How inputs are worked through.')

const DELIVER = section({
  concurrency: whole(1, 1_000, 'Deliveries to one endpoint at once, each about another address.')
    .default(D.deliver.concurrency),
  timeoutMs: duration('Time for an endpoint to answer, in milliseconds.')
    .default(D.deliver.timeoutMs),
  allowHosts: list(text('A name, an address or a network.'), 1_000, 'Endpoints on the inside ' +
    'that may be asked; all others must be public.').default([...D.deliver.allowHosts]),
  allowPorts: list(port('A port.'), 100, 'Ports that may be asked.')
    .default([...D.deliver.allowPorts]),
  allowHttp: flag('Allow endpoints without TLS.').default(D.deliver.allowHttp),
  keepDeliveredDays: whole(1, 3_650, 'How long deliveries that were made are kept, in days.')
    .default(D.deliver.keepDeliveredDays),
  keepDeadDays: whole(1, 3_650, 'How long deliveries that were given up are kept, in days.')
    .default(D.deliver.keepDeadDays),
}, 'Outgoing webhooks. Who gets them is set over the API: /v1/endpoints.')

const MAP_SERVER = (defaults: MapServerConfig, what: string) =>
  section({
    enabled: flag('Answer.').default(defaults.enabled),
    host: host('Address to listen on.').default(defaults.host),
    port: port('Port to listen on.').default(defaults.port),
  }, what).prefault({})

const MAPS = section({
  socketmap: MAP_SERVER(D.maps.socketmap, 'Postfix socketmap: `check_recipient_access ' +
    'socketmap:inet:127.0.0.1:8026:suppressed`.'),
  tcpTable: MAP_SERVER(D.maps.tcpTable, 'Postfix tcp_table(5).'),
  files: MAP_FILES,
}, 'Lists for mail servers, so that they refuse suppressed recipients themselves.')

const RETENTION = section({
  rawDays: whole(1, 36_500, 'Raw inputs, in days.').default(D.retention.rawDays),
  inboxDays: whole(1, 36_500, 'Keys of inputs, so that the same is not taken twice, in days.')
    .default(D.retention.inboxDays),
  eventDays: whole(31, 36_500, 'Events, and incidents and signs of life of addresses that are ' +
    'not held back, in days.').default(D.retention.eventDays),
  sendDays: whole(1, 36_500, 'Sends that bounces are matched with, in days.')
    .default(D.retention.sendDays),
}, 'How long things are kept. Suppressions, with what they rest on, stay until they are lifted; ' +
  'the audit stays.')

const PRIVACY = section({
  addresses: choice(['clear', 'hashed'], 'How addresses are kept: hashed keeps ~HASH@domain in ' +
    'their place. Settled when the store is new (docs/privacy.md).').default(D.privacy.addresses),
  pepperFile: path('File of the secret that addresses are hashed with: those that were erased, ' +
    'or all with addresses: hashed. Absent: one is made and kept in the store.').optional(),
}, 'What is kept of people.')

/** Checks a whole configuration and fills in what it leaves out. */
export const CONFIG_SCHEMA: z.ZodType<Config> = section({
  tenant: name('Whose data this is; one installation may serve several.').default(D.tenant),
  store: STORE.prefault({}), http: HTTP.prefault({}), log: LOG.prefault({}),
  tokens: TOKENS.prefault({}), smtp: SMTP.prefault({}), lmtp: LMTP.prefault({}), sources: SOURCES,
  policy: z.union(
    [z.string().min(1), z.record(z.string(), z.unknown())],
    { error: () => 'the name of a preset or a whole policy' })
    .meta(facts('A preset\'s name or a whole policy, see docs/policies.md.',
      'the name of a preset or a whole policy'))
    .default(D.policy as string),
  guards: GUARDS.prefault({}), addresses: ADDRESSES.prefault({}),
  pipeline: PIPELINE.prefault({}), deliver: DELIVER.prefault({}),
  maps: MAPS.prefault({}), bounce: BOUNCE, mailboxes: MAILBOXES, prevent: PREVENT,
  optin: OPTIN,
  retention: RETENTION.prefault({}), privacy: PRIVACY.prefault({}),
}, 'The configuration of `carom serve`.')
