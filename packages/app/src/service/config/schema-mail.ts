// What may stand in carom.yaml about mail that people look through and return.

import { BOUNCE_LANGUAGES } from '@carom/core'
import type { z } from 'zod'
import { BOUNCE_DEFAULTS, RELAY_DEFAULTS } from '../bounce/options.ts'
import type { BounceOptions, RelayOptions } from '../bounce/options.ts'
import { HONEST_REASONS } from '../bounce/wording.ts'
import {
  MAILBOX_DEFAULTS, MAILBOXES_DEFAULTS, type MailboxesOptions,
} from '../mailboxes/options.ts'
import { PREVENT_DEFAULTS, type PreventOptions } from '../prevent/options.ts'
import {
  choice, domain, duration, flag, host, list, name, path, secret, section, text, whole,
} from './fields.ts'

const B = BOUNCE_DEFAULTS
const P = PREVENT_DEFAULTS

const SECURITY = ['tls', 'starttls', 'plain'] as const
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,255}$/u
const NETWORK =
  /^(?:[\d.]{7,15}(?:\/(?:3[0-2]|[12]?\d))?|[\da-fA-F]{0,4}:[\da-fA-F:.]{1,40}(?:\/\d{1,3})?)$/u

export const RELAY: z.ZodType<RelayOptions> = section({
  host: host('Mail server that takes bounces for delivery.'),
  port: whole(1, 65_535, 'Its port; absent: 465 for tls, else 587.').optional(),
  security: choice(SECURITY, 'How the connection is secured; plain: to this machine only.')
    .default(RELAY_DEFAULTS.security),
  user: text('User name; absent: none.').optional(),
  password: secret('Password.').optional(),
  serverName: host('Name of its certificate, where it is not the host\'s.').optional(),
  timeoutMs: duration('How long it may be silent, in milliseconds.')
    .default(RELAY_DEFAULTS.timeoutMs),
}, 'The way out; absent: everything is shown, nothing sent.')

const DKIM = section({
  domain: domain('The domain that signs; that of bounce.from, so that it is aligned.'),
  selector: domain('The selector.'),
  keyFile: path('Private key, PEM.'),
}, 'Signs bounces (RFC 6376); absent: the relay does, or nobody.')

/** Returning received mail to its sender. */
export const BOUNCE: z.ZodPrefault<z.ZodType<BounceOptions>> = section({
  enabled: flag('The kill switch: false, and nothing leaves, whatever the API says.')
    .default(B.enabled),
  dryRun: flag('Show only. It can also be switched over the API.').default(B.dryRun),
  host: domain('Name of the mail system that speaks; absent: the name of the machine.').optional(),
  from: text('Address in From; absent: mailer-daemon@ the host.', 'an address', ADDRESS)
    .optional(),
  ownDomains: list(domain('A domain.'), 1_000, 'Mail of these domains, and of those below them, ' +
    'is never bounced. The host, the domain of from, and those of mailboxes are always among them.')
    .default([...B.ownDomains]),
  authservIds: list(text('A name.'), 20, 'Names under which your own mail servers write ' +
    'Authentication-Results. They must take such fields out of mail that comes in (RFC 8601 §5). ' +
    'Mailed reports are looked at by it, too.')
    .default([...B.authservIds]),
  receivedBy: list(host('A name.'), 20, 'Names of your own mail servers as they stand after "by" ' +
    'in Received: what they say of who connected is used for SPF, of mailed reports, too.')
    .default([...B.receivedBy]),
  dnsServers: list(text('An address, with a port or without.', '192.0.2.53 or 192.0.2.53:5353',
    /^[\da-fA-F.:[\]]{2,60}$/), 10, 'Name servers that are asked; empty: those of the system.')
    .default([...B.dnsServers]),
  ageHoursMax: whole(1, 120, 'Older mail is not bounced, in hours.').default(B.ageHoursMax),
  perRecipientDay: whole(0, 100, 'Bounces to one address in a day.').default(B.perRecipientDay),
  perDomainHour: whole(0, 1_000, 'Bounces and complaints to one domain in an hour.')
    .default(B.perDomainHour),
  perDay: whole(0, 10_000, 'Bounces and complaints in a day.').default(B.perDay),
  reason: choice(HONEST_REASONS, 'What a bounce says where nobody chooses.').default(B.reason),
  language: choice(BOUNCE_LANGUAGES, 'Language of its text for people.').default(B.language),
  headersOnly: flag('Return the header of a message only.').default(B.headersOnly),
  messageBytesMax: whole(1_000, 10_000_000, 'Of larger messages only the header is returned, in ' +
    'bytes.').default(B.messageBytesMax),
  relay: RELAY.optional(), dkim: DKIM.optional(),
}, 'Returning a received message to its sender, on request. See docs/bounce.md.').prefault({})

const ACCOUNT = section({
  name: name('Its name in the API; must be unique.'),
  type: choice(['imap', 'maildir'], 'An IMAP account or a Maildir on this machine.'),
  host: host('IMAP: name of the mail server.').optional(),
  port: whole(1, 65_535, 'IMAP: its port; absent: the usual one.').optional(),
  security: choice(SECURITY, 'IMAP: how the connection is secured; plain: to this machine only.')
    .default(MAILBOX_DEFAULTS.security),
  user: text('IMAP: user name.').optional(),
  password: secret('IMAP: password.').optional(),
  serverName: host('IMAP: name of the certificate, where it is not the host\'s.').optional(),
  path: path('Maildir: the folder that holds new/ and cur/.').optional(),
  addresses: list(text('An address.', 'an address', ADDRESS), 100,
    'Addresses whose mail comes here: only what was sent to one of them is bounced.'),
  bouncedFolder: text('Where bounced messages are put; made where it is missing.')
    .default(MAILBOX_DEFAULTS.bouncedFolder),
}, 'An account.')

/** Accounts that people look through. */
export const MAILBOXES: z.ZodPrefault<z.ZodType<MailboxesOptions>> = section({
  accounts: list(ACCOUNT, 100, 'Accounts; more may be added over the API.').default([]),
  keyFile: path('File of the key that passwords of added accounts are encrypted with; made at ' +
    'first use. Absent: beside an SQLite store, with .key after its name, else ./carom.key.')
    .optional(),
  maildirRoots: list(path('A folder.'), 100, 'Maildirs below these folders may be added over the ' +
    'API.').default([...MAILBOXES_DEFAULTS.maildirRoots]),
  authorityFile: path('Certificates (PEM) of an own authority that signed those of IMAP servers.')
    .optional(),
}, 'Mailboxes that people look through, to choose what is returned.').prefault({})

/** Checks before anything is sent. */
export const PREVENT: z.ZodPrefault<z.ZodType<PreventOptions>> = section({
  dnsServers: list(text('An address such as 192.0.2.53 or 192.0.2.53:5353.'), 10,
    'Name servers to ask; empty: those of the system.').default([...P.dnsServers]),
  dnsTimeoutMs: duration('Of one try, in milliseconds.').default(P.dnsTimeoutMs),
  dnsConcurrency: whole(1, 1_000, 'Questions to the DNS at once.').default(P.dnsConcurrency),
  inactiveDays: whole(1, 10_000, 'Longer without a sign of life is inactive, in days.')
    .default(P.inactiveDays),
  mailsPerWeekMax: whole(1, 10_000, 'So many mails to one address in seven days, of all lists, ' +
    'are enough: advice on more is to wait.').default(P.mailsPerWeekMax),
  listBytesMax: whole(1_024, 4_294_967_296, 'Of one list that is uploaded to be cleaned.')
    .default(P.listBytesMax),
  listsMax: whole(1, 1_000, 'Uploaded lists of one tenant at a time.').default(P.listsMax),
  listKeepHours: whole(1, 720, 'When an uploaded list is deleted, in hours.')
    .default(P.listKeepHours),
  senders: list(text('An address or a network such as 192.0.2.10 or 2001:db8::/64.',
    'an address or a network', NETWORK), 500, 'Where your mail is sent from; in what receivers ' +
    'report, such sources are yours.').default([...P.senders]),
  blocklists: list(domain('A zone such as zen.spamhaus.org.'), 50, 'DNS block lists that are ' +
    'asked about them and about your sending domains, every few hours; empty: none is.')
    .default([...P.blocklists]),
  callout: flag('The risks in docs/prevention.md are known: carom list check --callout needs no ' +
    'further word.').default(P.callout),
  calloutHelo: host('Full name of the host that asks mail servers; absent: its own.').optional(),
  calloutAllowHosts: list(text('A name, an address or a network such as 10.0.0.0/8.'), 100,
    'Mail servers that may be asked though they are no public ones.')
    .default([...P.calloutAllowHosts]),
  rspamd: text('Address of rspamd, such as http://127.0.0.1:11333; absent: it is not asked.',
    'an address that begins with http', /^https?:\/\/\S+$/u).optional(),
  spamd: text('Host of SpamAssassin\'s spamd, such as 127.0.0.1:783; absent: it is not asked.')
    .optional(),
}, 'Checks of domains, addresses and messages before anything is sent.').prefault({})
