// What may stand in the lists of carom.yaml: sources of bounces, and domains that take them in.

import { LOG_MTAS, WEBHOOK_VENDORS } from '@carom/core'
import { z } from 'zod'
import { ENTRY_DEFAULTS } from './defaults.ts'
import {
  choice, domain, duration, flag, host, list, name, path, port, secret, section, text, whole,
} from './fields.ts'
import type { DomainConfig, MapFileConfig, SourceConfig } from './types.ts'

const D = ENTRY_DEFAULTS
const ENTRIES_MAX = 1_000

const networks = (what: string) =>
  list(text('An address or a network such as 10.0.0.0/8.'), 100, what)

const BASE = {
  name: name('Its name in the API, logs and metrics; must be unique.'),
  enabled: flag('Use it.').default(D.source.enabled),
  list: text('The list or stream that its bounces belong to.').optional(),
}

const KEPT_MAIL = {
  ...BASE,
  trustHeader: text('Header field that the mailbox\'s own server sets with the envelope ' +
    'recipient, such as Delivered-To; it is looked at for a return-path token. Without it mail ' +
    'from a mailbox proves nothing.').optional(),
  keep: choice(['all', 'bounces'], 'Whether all mail is kept, so that an unreadable bounce is ' +
    'found later, or only what reads as a report.').default(D.keptMail.keep),
  onlyBounces: flag('Flag, move or delete reports only; leave everything else as it was.')
    .default(D.keptMail.onlyBounces),
}

const MAIL_SERVER = {
  ...KEPT_MAIL,
  host: host('Name of the mail server.'),
  port: port('Its port; absent: the usual one.').optional(),
  security: choice(['tls', 'starttls', 'plain'], 'How the connection is secured.')
    .default(D.mailServer.security),
  allowPlain: flag('Allow `security: plain`, to this machine only.')
    .default(D.mailServer.allowPlain),
  user: text('User name.'),
  password: secret('Password.').optional(),
  accessToken: secret('OAuth 2.0 access token, instead of a password.').optional(),
}

const AFTER = 'What becomes of a message once it is durable.'

const kind = <const Word extends string>(word: Word, description: string) =>
  z.literal(word).meta({ description, allowed: word })

const IMAP = section({
  type: kind('imap', 'A mailbox over IMAP.'), ...MAIL_SERVER,
  mailboxes: list(text('Name of a mailbox.'), 100, 'Mailboxes to read.')
    .default([...D.imap.mailboxes]),
  after: choice(['flag', 'seen', 'leave', 'move', 'delete'], AFTER).default(D.imap.after),
  keyword: text('Keyword for `after: flag`.').default(D.imap.keyword),
  moveTo: text('Mailbox for `after: move`; made where it is missing.').optional(),
  pollMs: duration('How often a mailbox is looked through where the server cannot tell of new ' +
    'mail, in milliseconds.').default(D.imap.pollMs),
}, 'A mailbox over IMAP.')

const POP3 = section({
  type: kind('pop3', 'A mailbox over POP3.'), ...MAIL_SERVER,
  after: choice(['leave', 'delete'], AFTER).default(D.pop3.after),
  pollMs: duration('How often it is looked at, in milliseconds.').default(D.pop3.pollMs),
}, 'A mailbox over POP3.')

const MAILDIR = section({
  type: kind('maildir', 'Maildir folders on this machine.'), ...KEPT_MAIL,
  folders: list(path('A folder that holds new and cur.'), 100, 'Absolute paths.'),
  after: choice(['leave', 'seen', 'move', 'delete'], AFTER).default(D.maildir.after),
  moveTo: path('Folder for `after: move`, on the same file system.').optional(),
  scanMs: duration('How often folders are looked through where the file system tells nothing, ' +
    'in milliseconds.').default(D.maildir.scanMs),
}, 'Maildir folders on this machine.')

const MBOX = section({
  type: kind('mbox', 'Mbox files on this machine.'), ...KEPT_MAIL,
  files: list(path('An mbox file.'), 100, 'Absolute paths.'),
}, 'Mbox files on this machine.')

const LOG_BASE = {
  ...BASE,
  mta: choice(['auto', ...LOG_MTAS], 'Which mail server writes it; auto looks at its first ' +
    'lines.').default(D.logBase.mta),
  zone: text('Time zone of stamps without one, such as Europe/Berlin; absent: the machine\'s.')
    .optional(),
  ownHosts: list(text('A host or address.'), 1_000, 'Own filters and relays: what they accept is ' +
    'not delivered yet.').default([...D.logBase.ownHosts]),
}

const OWN_LOG = {
  registerSends: flag('Register what the log tells of as sent: bounces that name it are known ' +
    'to be yours, and rates are of what was tried. For logs of mail that is sent with a ' +
    'Message-ID for each recipient.').default(D.ownLog.registerSends),
}

const LOG = section({
  type: kind('log', 'Log files of a mail server.'), ...LOG_BASE, ...OWN_LOG,
  paths: list(path('A file or a pattern such as /var/log/mail*.'), 100, 'Files to follow.'),
  from: choice(['start', 'end'], 'Where a file that was never read is begun.').default(D.log.from),
  year: whole(1980, 9999, 'Year of the first line, for files older than a year.').optional(),
}, 'Log files of a mail server, followed over rotation.')

const SYSLOG = section({
  type: kind('syslog', 'Syslog messages.'), ...LOG_BASE,
  host: host('Address to listen on.').default(D.syslog.host),
  port: port('Port to listen on.').default(D.syslog.port),
  udp: flag('Listen on UDP.').default(D.syslog.udp),
  tcp: flag('Listen on TCP.').default(D.syslog.tcp),
  peers: networks('Who may send; nobody else is listened to.').default([...D.syslog.peers]),
}, 'Syslog messages (RFC 5424, RFC 3164).')

const JOURNALD = section({
  type: kind('journald', 'The journal of systemd.'), ...LOG_BASE, ...OWN_LOG,
  filter: list(text('An argument.'), 100, 'Further arguments of journalctl, such as -u and ' +
    'postfix@-.service.').default([...D.journald.filter]),
}, 'The journal of systemd.')

const WEBHOOK = section({
  type: kind('webhook', 'Webhooks of a provider, at /hooks/NAME.'), ...BASE,
  campaign: text('The campaign that its bounces belong to.').optional(),
  trust: whole(0, 2, 'What it proves, instead of 1 for what is authenticated and 0 for what is ' +
    'not.').optional() as z.ZodType<0 | 1 | 2 | undefined>,
  vendor: choice(WEBHOOK_VENDORS, 'Who sends them.'),
  secret: secret('Signing key where the vendor signs; else a secret that it sends along.')
    .optional(),
  secrets: list(secret('A key.'), 10, 'Further keys that are valid while they are changed.')
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
  IMAP, POP3, MAILDIR, MBOX, LOG, SYSLOG, JOURNALD, WEBHOOK,
], {
  error: () => 'one of imap, pop3, maildir, mbox, log, syslog, journald, webhook',
})

/** Where bounces come from. */
export const SOURCES: z.ZodDefault<z.ZodType<SourceConfig[]>> =
  list(ANY_SOURCE, ENTRIES_MAX, 'Where bounces come from, besides smtp and lmtp.').default([])

const DOMAIN = section({
  name: domain('The domain.'),
  kind: choice(['bounces', 'feedback'], 'Where bounces come back to, or where feedback loops ' +
    'send complaints.').default(D.domain.kind),
  requireToken: flag('Refuse recipients that are neither a valid return-path token nor one of ' +
    'mailboxes. Absent: true for bounces, false for feedback.').optional(),
  mailboxes: list(text('A local part.'), 100, 'Local parts that need no token. Absent: ' +
    'postmaster.').optional(),
  list: text('The list or stream that the domain stands for.').optional(),
}, 'A domain.')

/** Domains whose mail is taken; a name alone stands for `{ name }`. */
export const DOMAINS: z.ZodDefault<z.ZodType<DomainConfig[]>> = list(
  DOMAIN, 1_000, 'Domains whose mail is taken, by name or with settings. Mail for others is ' +
  'refused: this is no relay.').default([])

const MAP_FILE = section({
  path: path('Where it is written; its folder must exist, and the service may write into it.'),
  format: choice(['access', 'transport', 'plain'], 'A table of Postfix for access(5) or ' +
    'transport(5), or one address per line.').default(D.mapFile.format),
  list: z.string({ error: () => 'a text' }).max(500, { error: () => 'a text' })
    .meta({ description: 'Suppressions of this list too; empty: only those of all lists.',
      allowed: 'a text' }).default(D.mapFile.list),
  intervalMs: duration('Pause between two looks whether something changed, in milliseconds.')
    .default(D.mapFile.intervalMs),
}, 'A file.')

/** Suppression lists as files. */
export const MAP_FILES: z.ZodDefault<z.ZodType<MapFileConfig[]>> = list(
  MAP_FILE, 100, 'The suppression list as files, for mail servers that read one; replaced as a ' +
  'whole, within the interval of a change.').default([])
