// What may stand in the lists of carom.yaml: sources of bounces, receivers of webhooks, map files.

import { z } from 'zod'
import { ENTRY_DEFAULTS } from './defaults.ts'
import {
  choice, duration, flag, host, list, name, path, port, secret, section, text, url, whole,
} from './fields.ts'
import type { EndpointConfig, MapsConfig, SourceConfig } from './types.ts'

const D = ENTRY_DEFAULTS
const ENTRIES_MAX = 1_000

const networks = (what: string) =>
  list(text('An address or a network such as 10.0.0.0/8.'), 100, what)

const BASE = {
  name: name('Its name in the API, logs and metrics; must be unique.'),
  enabled: flag('Use it.').default(D.source.enabled),
  list: text('The list or stream that its bounces belong to.').optional(),
  campaign: text('The campaign that its bounces belong to.').optional(),
  trust: whole(0, 2, 'What it proves by itself: 0 nothing, 1 it is authenticated, 2 it tells of ' +
    'messages you sent. Absent: by its kind.').optional() as z.ZodType<0 | 1 | 2 | undefined>,
}

const MAILBOX = {
  ...BASE,
  host: host('Name of the mail server.'),
  port: port('Its port; absent: the usual one.').optional(),
  security: choice(['tls', 'starttls', 'none'], 'How the connection is secured.')
    .default(D.mailbox.security),
  user: text('User name.'),
  password: secret('Password.').optional(),
  accessToken: secret('OAuth 2.0 access token, instead of a password.').optional(),
  pollSeconds: whole(1, 86_400, 'How often it is looked at, in seconds.')
    .default(D.mailbox.pollSeconds),
}

const FOLDER = {
  ...BASE,
  path: path('Where it is.'),
  after: choice(['move', 'delete', 'keep'], 'What becomes of a message that was taken in.')
    .default(D.folder.after),
  pollSeconds: whole(1, 86_400, 'How often it is looked at, in seconds.')
    .default(D.folder.pollSeconds),
}

const kind = <const Word extends string>(word: Word, description: string) =>
  z.literal(word).meta({ description, allowed: word })

const mta = () => text('Which MTA writes it: postfix, exim, sendmail, qmail, opensmtpd, haraka, ' +
  'zone-mta, powermta, kumomta, exchange, stalwart.')

const IMAP = section({
  type: kind('imap', 'A mailbox over IMAP.'), ...MAILBOX,
  mailboxes: list(text('Name of a mailbox.'), 100, 'Mailboxes to read.')
    .default([...D.imap.mailboxes]),
  after: choice(['move', 'flag', 'delete', 'keep'], 'What becomes of a message that was taken in.')
    .default(D.imap.after),
  moveTo: text('Mailbox for `after: move`.').default(D.imap.moveTo),
  idle: flag('Wait for news instead of asking.').default(D.imap.idle),
}, 'A mailbox over IMAP.')

const POP3 = section({
  type: kind('pop3', 'A mailbox over POP3.'), ...MAILBOX,
  after: choice(['delete', 'keep'], 'What becomes of a message that was taken in.')
    .default(D.pop3.after),
}, 'A mailbox over POP3.')

const LOG = section({
  type: kind('log', 'Log files of an MTA.'), ...BASE,
  paths: list(path('A file or a pattern such as /var/log/mail*.'), 100, 'Files to follow.'),
  mta: mta(),
  start: choice(['beginning', 'end'], 'Where a file that was never read is begun.')
    .default(D.log.start),
  pollSeconds: whole(1, 86_400, 'How often it is looked at, in seconds.')
    .default(D.log.pollSeconds),
}, 'Log files of an MTA, followed over rotation.')

const SYSLOG = section({
  type: kind('syslog', 'Syslog messages.'), ...BASE, mta: mta(),
  host: host('Address to listen on.').default(D.syslog.host),
  port: port('Port to listen on.').default(D.syslog.port),
  protocol: choice(['udp', 'tcp'], 'Protocol.').default(D.syslog.protocol),
  allowFrom: networks('Peers that may send; none: those on this machine.')
    .default([...D.syslog.allowFrom]),
}, 'Syslog messages (RFC 5424, RFC 3164).')

const JOURNALD = section({
  type: kind('journald', 'The journal of systemd.'), ...BASE, mta: mta(),
  units: list(text('A unit such as postfix@-.service.'), 100, 'Units to follow; none: all.')
    .default([...D.journald.units]),
}, 'The journal of systemd.')

const WEBHOOK = section({
  type: kind('webhook', 'Webhooks of a provider, at /hooks/NAME.'), ...BASE,
  vendor: text('Who sends them: ses, sendgrid, postmark, mailgun, sparkpost, brevo, mailjet, …'),
  secret: secret('Signing key or shared secret.').optional(),
  secrets: list(secret('A signing key.'), 10, 'Further keys that are valid while they are changed.')
    .default([...D.webhook.secrets]),
  publicKey: text('Public key of the vendor, where it signs with one.').optional(),
  user: text('User name of basic authentication.').optional(),
  password: secret('Password of basic authentication.').optional(),
  topics: list(text('ARN of a topic.'), 100, 'SNS topics that are accepted.')
    .default([...D.webhook.topics]),
  allowFrom: networks('Peers that may send; none: all.').default([...D.webhook.allowFrom]),
  allowUnsigned: flag('Take what nothing proves; it is recorded and never counts.')
    .default(D.webhook.allowUnsigned),
}, 'Webhooks of a provider, received at /hooks/NAME.')

const ANY_SOURCE = z.discriminatedUnion('type', [
  IMAP, POP3,
  section({ type: kind('maildir', 'A Maildir on this machine.'), ...FOLDER }, 'A Maildir.'),
  section({ type: kind('mbox', 'An mbox on this machine.'), ...FOLDER }, 'An mbox file.'),
  LOG, SYSLOG, JOURNALD, WEBHOOK,
], {
  error: () => 'one of imap, pop3, maildir, mbox, log, syslog, journald, webhook',
})

/** Where bounces come from. */
export const SOURCES: z.ZodDefault<z.ZodType<SourceConfig[]>> =
  list(ANY_SOURCE, ENTRIES_MAX, 'Where bounces come from, besides smtp and lmtp.').default([])

/** Who is told. */
export const ENDPOINTS: z.ZodDefault<z.ZodType<EndpointConfig[]>> = list(section({
  name: name('Its name in the API, logs and metrics; must be unique.'),
  url: url('Where to POST.'),
  secret: secret('Signing key after Standard Webhooks, whsec_….'),
  types: list(text('A type such as suppression.added.'), 100, 'What it is told; none: everything.')
    .default([...D.endpoint.types]),
  enabled: flag('Use it.').default(D.endpoint.enabled),
  timeoutMs: duration('Time to answer, in milliseconds.').default(D.endpoint.timeoutMs),
  retryHours: whole(1, 720, 'How long a failing delivery is tried again, in hours.')
    .default(D.endpoint.retryHours),
  allowPrivate: flag('Allow addresses of private networks.').default(D.endpoint.allowPrivate),
}, 'A receiver.'), ENTRIES_MAX, 'Receivers of outgoing webhooks.').default([])

/** Files for MTAs. */
export const MAP_FILES: z.ZodDefault<z.ZodType<MapsConfig['files'][number][]>> = list(section({
  path: path('File to write; replaced as a whole.'),
  format: choice(['postfix', 'haraka', 'kumomta', 'plain'], 'How it is written.')
    .default(D.mapFile.format),
  list: text('Suppressions of this list; absent: of the addresses as such.').optional(),
  everySeconds: whole(1, 86_400, 'How often it is written when something changed, in seconds.')
    .default(D.mapFile.everySeconds),
}, 'A file.'), 100, 'Files that are kept up to date.').default([])
