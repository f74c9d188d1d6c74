// What a sender does about each of its own faults: plain steps, forms, and the records to change.

import { blocklistNamed } from '@carom/core'
import type { Link, Playbook, RecordAdvice } from '../../http/rows-of-views.ts'

type Cause = {
  readonly reason: string; readonly receiver: string; readonly blocklist: string
  readonly subject: string
}

/**
 * `{subject}`, `{of}`, `{receiver}` and `{list}` are replaced; records only where the subject is
 * known.
 */
type Row = {
  readonly summary: string
  readonly steps: readonly string[]
  readonly links?: readonly Link[]
  readonly records?: readonly RecordAdvice[]
}

const GOOGLE_GUIDE = 'https://support.google.com/a/answer/81126'

/** Where receivers let senders look at themselves or ask for help. */
const RECEIVER_LINKS: Readonly<Record<string, readonly Link[]>> = {
  google: [
    { kind: 'document', title: 'Email sender guidelines', url: GOOGLE_GUIDE },
    { kind: 'document', title: 'Postmaster Tools', url: 'https://postmaster.google.com' },
    { kind: 'form', title: 'Bulk sender contact form', url: 'https://support.google.com/mail/contact/gmail_bulk_sender_escalation' },
  ],
  microsoft: [
    { kind: 'delist', title: 'Office 365 anti-spam IP delist portal', url: 'https://sender.office.com/' },
    { kind: 'document', title: 'Non-delivery reports in Exchange Online', url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online' },
  ],
  outlook: [
    { kind: 'form', title: 'Sender support request', url: 'http://go.microsoft.com/fwlink/?LinkID=614866' },
    { kind: 'document', title: 'Smart Network Data Services (SNDS)', url: 'https://sendersupport.olc.protection.outlook.com/snds/' },
  ],
  yahooinc: [
    { kind: 'document', title: 'SMTP error codes', url: 'https://senders.yahooinc.com/smtp-error-codes' },
    { kind: 'form', title: 'Contact of the sender hub', url: 'https://senders.yahooinc.com/contact' },
  ],
  apple: [{ kind: 'document', title: 'Postmaster information for iCloud Mail', url: 'https://support.apple.com/en-us/HT204137' }],
  comcast: [{ kind: 'document', title: 'Mail error codes', url: 'https://postmaster.comcast.net/mail-error-codes.html' }],
  gmx: [{ kind: 'form', title: 'Postmaster contact', url: 'https://postmaster.gmx.net/en/contact' }],
  webde: [{ kind: 'document', title: 'Error messages', url: 'https://postmaster.web.de/en/error-messages' }],
  tonline: [{ kind: 'document', title: 'Postmaster pages', url: 'https://postmaster.t-online.de' }],
  mailru: [{ kind: 'document', title: 'Rules for mailings', url: 'https://help.mail.ru/enpostmaster/mailing_rules' }],
  yandex: [{ kind: 'document', title: 'Rules for honest mailings', url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html' }],
  proofpoint: [{ kind: 'delist', title: 'IP check', url: 'https://ipcheck.proofpoint.com' }],
  mimecast: [{ kind: 'document', title: 'SMTP error codes', url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes' }],
  trendmicro: [{ kind: 'delist', title: 'Email reputation service', url: 'https://www.ers.trendmicro.com/reputations/index' }],
  free: [{ kind: 'document', title: 'Postmaster pages', url: 'https://postmaster.free.fr/index_en.html' }],
  zoho: [{ kind: 'document', title: 'Why mail is taken for spam', url: 'https://www.zoho.com/mail/help/spam-reason.html' }],
  att: [{ kind: 'document', title: 'Error codes', url: 'https://www.att.com/support/article/email-support/KM1010455/' }],
}

const ROWS: Readonly<Record<string, Row>> = {
  'ip-blocklisted': {
    summary: 'The sending IP address {subject} is on a block list{list}.',
    steps: [
      'Stop what put it there first: a compromised account or form, an open relay, a bought or very old list. A list that is asked before that lists again.',
      'Look the address up at the list and read the reason and the date that it gives.',
      'Ask the list to remove it, once, and say what was changed.',
      'Until then send through another route, or hold mail to the receivers that ask this list.',
    ],
  },
  'ip-reputation': {
    summary: '{receiver} itself blocks or slows down the sending IP address {subject}.',
    steps: [
      'Send less to this receiver, and only to those who opened or clicked in the last weeks.',
      'Look for what changed: a new list, a new IP address, more complaints, more unknown users.',
      'Check that the address has a PTR record that leads back to it, and that SPF and DKIM pass.',
      'When it is mended, ask the receiver by its form; without that it takes days to weeks.',
    ],
    records: [{ type: 'PTR', name: '{subject}', value: 'the name that the host says in EHLO', why: 'A sender without a name of its own is distrusted first.' }],
  },
  'domain-reputation': {
    summary: 'The sender\'s domain or a link in the message has a bad name{list}.',
    steps: [
      'Check the From domain, the domain of the return path and every link of the message against the list that is named.',
      'Take out links through shorteners and tracking domains that others use as well.',
      'Ask the list to remove the domain once the cause is mended.',
    ],
  },
  'auth-failure': {
    summary: '{receiver} refuses mail{of}: SPF, DKIM or DMARC failed.',
    steps: [
      'Read in the reply which of the three failed.',
      'SPF: every host or service that sends for the domain has to be in the record of the return-path domain.',
      'DKIM: sign with the From domain itself, and check that the key in DNS is the one that signs.',
      'DMARC: the domain of SPF or DKIM has to be that of the From field, or a subdomain of it.',
      'Send to a mailbox of your own at this receiver and read Authentication-Results in what arrives.',
    ],
    links: [{ kind: 'document', title: 'Sender guidelines of Gmail', url: GOOGLE_GUIDE }],
    records: [
      { type: 'TXT', name: '{subject}', value: 'v=spf1 ip4:YOUR-IP include:YOUR-ESP ~all', why: 'One record that begins with v=spf1, with no more than ten look-ups.' },
      { type: 'TXT', name: 'SELECTOR._domainkey.{subject}', value: 'v=DKIM1; k=rsa; p=PUBLIC-KEY', why: 'The key that the sending system signs with.' },
      { type: 'TXT', name: '_dmarc.{subject}', value: 'v=DMARC1; p=none; rua=mailto:dmarc@{subject}', why: 'Begin with p=none and read the reports; large receivers demand the record.' },
    ],
  },
  'reverse-dns': {
    summary: 'The sending host {subject} has no fitting PTR record or greets with a wrong name.',
    steps: [
      'Set the PTR record of the IP address at whoever rents it out, to a name of your own.',
      'Set an A (or AAAA) record of that name back to the IP address.',
      'Make the mail server say the same name in EHLO (Postfix: smtp_helo_name, myhostname).',
    ],
    records: [{ type: 'PTR', name: '{subject}', value: 'mail.YOUR-DOMAIN', why: 'It must lead back to the same address.' }],
  },
  'rate-limited': {
    summary: '{receiver} says that mail comes too fast.',
    steps: [
      'Lower connections and messages per hour for this receiver in the mail server (Postfix: default_destination_concurrency_limit and a transport of its own).',
      'Spread campaigns over hours, and begin new IP addresses with little mail.',
      'Nothing is lost: what is deferred is tried again.',
    ],
  },
  'too-many-recipients': {
    summary: 'One transaction named more recipients than {receiver} takes.',
    steps: ['Lower the recipients of one transaction (Postfix: default_destination_recipient_limit).'],
  },
  'sender-rejected': {
    summary: '{receiver} does not take the envelope or From address.',
    steps: [
      'Send from an address that exists and takes bounces and replies.',
      'The domain of the return path needs an MX or A record.',
      'Use no From address of a free mail service, or of a domain that is not yours.',
    ],
    records: [{ type: 'MX', name: '{subject}', value: '10 mail.YOUR-DOMAIN', why: 'A sender\'s domain that takes no mail is refused by many.' }],
  },
  'relay-denied': {
    summary: '{receiver} does not take mail for this domain from you.',
    steps: ['Check that the MX of the recipients\' domain still leads there.', 'Check transport maps and relay hosts of your own mail server.'],
  },
  'smtp-auth-required': {
    summary: 'The relay wants a login first, or the login failed.',
    steps: ['Check user name, password and port (587 with STARTTLS, 465 with TLS) of the relay.', 'An expired app password or a locked account answers alike: log in by hand.'],
  },
  'tls-required': {
    summary: '{receiver} wants TLS, or a better one than was offered.',
    steps: ['Turn TLS on for outgoing mail (Postfix: smtp_tls_security_level = may or dane).', 'Offer TLS 1.2 or later, with a valid certificate where the receiver asks for one.'],
  },
  'spam-content': {
    summary: '{receiver} takes the message for spam by what it says or who gets it.',
    steps: [
      'Compare with the last message that got through: subject, links, images, size of the HTML.',
      'Leave out recipients who have not opened anything for half a year.',
      'Add List-Unsubscribe with one click (RFC 8058), and a text part beside the HTML.',
      'Send the message to a mailbox of your own there and read the headers of its filter.',
    ],
  },
  'virus': {
    summary: 'A scanner at {receiver} found malware in the message.',
    steps: ['Stop sending it.', 'Scan the attachments and the machine that made the message before anything else is sent.'],
  },
  'content-rejected': {
    summary: '{receiver} does not take an attachment, a word, a character set or a language.',
    steps: ['Send a link instead of the attachment; archives and programs are refused nearly everywhere.', 'Declare the character set rightly, best UTF-8.'],
  },
  'too-large': {
    summary: 'The message is larger than {receiver} takes.',
    steps: ['Send a link instead of the attachment. Base64 makes a file a third larger than it is.'],
  },
  'not-rfc-compliant': {
    summary: 'The message breaks the rules of its format (RFC 5322).',
    steps: ['Look for a doubled or missing From, Date, Message-ID or Subject, bare line feeds, lines over 998 characters.', 'Repair the program that writes the message.'],
  },
  'protocol-error': {
    summary: 'The SMTP dialog with {receiver} went wrong.',
    steps: ['Look at the log of the dialog: which command was refused, and what came before it.', 'Update the sending server; take out filters that change SMTP on the way (fixup).'],
  },
  'policy': {
    summary: '{receiver} has a rule against this mail and does not say which.',
    steps: ['Read the sample reply: an address or a code in it often leads to the rule.', 'Ask the postmaster of the receiver, with the whole reply, time and Message-ID.'],
  },
}

const OTHER: Row = {
  summary: '{receiver} refuses mail for a fault of the sender.',
  steps: ['Read the sample reply; explain it to the one who runs the sending server.'],
}

export function playbookFor(cause: Cause): Playbook {
  const row = ROWS[cause.reason] ?? OTHER
  const fill = (text: string): string => tidy(text
    .replaceAll('{subject}', cause.subject)
    .replaceAll('{of}', cause.subject === '' ? '' : ` of ${cause.subject}`)
    .replaceAll('{receiver}', cause.receiver)
    .replaceAll('{list}', cause.blocklist === '' ? '' : `: ${cause.blocklist}`))
  return {
    summary: fill(row.summary), steps: row.steps.map(fill),
    links: [
      ...blocklistLinks(cause.blocklist), ...RECEIVER_LINKS[cause.receiver] ?? [],
      ...row.links ?? [],
    ].filter(({ url }, at, all) => all.findIndex((one) => one.url === url) === at),
    records: cause.subject === '' ? [] : (row.records ?? []).map((record) => ({
      ...record, name: record.type === 'PTR'
        ? reverseName(cause.subject) : fill(record.name), value: fill(record.value),
    })),
  }
}

function blocklistLinks(name: string): Link[] {
  const url = name === '' ? undefined : blocklistNamed(name)?.delisting
  return url === undefined
    ? [] : [{ kind: 'delist', title: `Look up and remove at ${name}`, url }]
}

/** The name under which DNS keeps the PTR record of an IPv4 address. */
function reverseName(ip: string): string {
  return ip.includes(':') ? ip : `${ip.split('.').reverse().join('.')}.in-addr.arpa`
}

/** Without the gap that an unknown name leaves. */
function tidy(text: string): string {
  return text.replaceAll(/ +(?=[ .,:])/g, '').trim()
}
