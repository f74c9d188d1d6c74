// How to set each kind of source up: what to do, the values to paste, the entry of the
// configuration, and what proves that an input is the source's.

import type { SourceGuide } from './http/rows-of-set-up.ts'
import { WEBHOOK_GUIDES, type WebhookGuide } from './intake/webhook/guides.ts'

type Row = {
  readonly id: string; readonly type: string; readonly vendor?: string; readonly name: string
  readonly proof: string; readonly steps: readonly string[]; readonly yaml: readonly string[]
}

const MAIL_PROOF = 'A report counts where it names a registered send, or came to a return path ' +
  'with a valid token.'
const LOG_PROOF = 'Whoever may write the log: lines of other hosts prove no more than their ' +
  'network does.'

const LOGS: readonly (readonly [mta: string, name: string, path: string])[] = [
  ['postfix', 'Postfix', '/var/log/mail.log'], ['exim', 'Exim', '/var/log/exim4/mainlog'],
  ['sendmail', 'Sendmail', '/var/log/maillog'], ['qmail', 'qmail', '/var/log/qmail/current'],
  ['opensmtpd', 'OpenSMTPD', '/var/log/maillog'], ['haraka', 'Haraka', '/var/log/haraka.log'],
  ['zonemta', 'ZoneMTA', '/var/log/zone-mta.log'],
  ['powermta', 'PowerMTA', '/var/log/pmta/acct*.csv'],
  ['kumomta', 'KumoMTA', '/var/log/kumomta/*.jsonl'],
  ['exchange', 'Exchange', '/mnt/exchange/MessageTracking/*.LOG'],
  ['stalwart', 'Stalwart', '/opt/stalwart/logs/*.log'],
]

const ROWS: readonly Row[] = [
  {
    id: 'smtp', type: 'smtp', name: 'SMTP: reports are sent here', proof: MAIL_PROOF,
    steps: [
      'Choose a domain of its own for bounces, such as bounces.example.com, and put it here.',
      'Set its MX record to this machine, and open port 25 (or lead it to the port here).',
      'Send mail with return paths at that domain, best with tokens: carom token.',
    ],
    yaml: ['smtp:', '  enabled: true', '  port: 25', '  domains:', '    - name: bounces.example.com', '      kind: bounces'],
  },
  {
    id: 'imap', type: 'imap', name: 'IMAP mailbox', proof: MAIL_PROOF,
    steps: [
      'Make a mailbox that gets nothing but bounces, or a folder that a filter moves them to.',
      'Make an app password where the provider asks for one; keep it in the environment.',
      'Messages are marked with a keyword and stay where they are, unless after says otherwise.',
    ],
    yaml: ['sources:', '  - name: NAME', '    type: imap', '    host: imap.example.com', '    user: bounces@example.com', '    password: ${BOUNCES_PASSWORD}', '    mailboxes: [INBOX]'],
  },
  {
    id: 'pop3', type: 'pop3', name: 'POP3 mailbox', proof: MAIL_PROOF,
    steps: ['Make a mailbox that gets nothing but bounces.', 'Leave messages on the server until all works; then set after: delete.'],
    yaml: ['sources:', '  - name: NAME', '    type: pop3', '    host: pop.example.com', '    user: bounces@example.com', '    password: ${BOUNCES_PASSWORD}', '    after: leave'],
  },
  {
    id: 'maildir', type: 'maildir', name: 'Maildir', proof: MAIL_PROOF,
    steps: ['Let the user that runs Carom read the folder.'],
    yaml: ['sources:', '  - name: NAME', '    type: maildir', '    folders: [/var/mail/bounces]'],
  },
  {
    id: 'mbox', type: 'mbox', name: 'mbox file', proof: MAIL_PROOF,
    steps: ['Let the user that runs Carom read the file.'],
    yaml: ['sources:', '  - name: NAME', '    type: mbox', '    files: [/var/mail/bounces]'],
  },
  {
    id: 'syslog', type: 'syslog', name: 'Syslog over the network', proof: LOG_PROOF,
    steps: ['Point the mail server\'s syslog here: rsyslog: mail.* @@HOST:5514', 'Name the hosts that may send in peers.'],
    yaml: ['sources:', '  - name: NAME', '    type: syslog', '    port: 5514', '    peers: [192.0.2.1]'],
  },
  {
    id: 'journald', type: 'journald', name: 'systemd journal', proof: LOG_PROOF,
    steps: ['Put the user that runs Carom into the group systemd-journal.'],
    yaml: ['sources:', '  - name: NAME', '    type: journald', '    filter: [SYSLOG_FACILITY=2]',
      '    registerSends: true'],
  },
  ...LOGS.map(([mta, name, path]): Row => ({
    id: `log/${mta}`, type: 'log', vendor: mta, name: `Log of ${name}`, proof: LOG_PROOF,
    steps: ['Let the user that runs Carom read the log (group adm on Debian).', 'Rotation is followed by itself; nothing has to be changed in the mail server.',
      'registerSends makes bounces that come back for logged messages count. Leave it out where your program registers its sends itself (POST /v1/sends).'],
    yaml: ['sources:', '  - name: NAME', '    type: log', `    mta: ${mta}`, `    paths: ['${path}']`,
      '    registerSends: true'],
  })),
  {
    id: 'http', type: 'http', name: 'API: your own program tells of replies',
    proof: 'The key of the API: ingest records, ingest-trusted also counts.',
    steps: [
      'Make a key with the scope ingest.',
      'POST what servers answered to /v1/events, and what was sent to /v1/sends.',
    ],
    yaml: [],
  },
]

const PROOFS: Readonly<Record<WebhookGuide['proof'], string>> = {
  topics: 'Signed by Amazon SNS; only the topics that are named here are taken.',
  publicKey: 'Signed with the vendor\'s private key; its public key is set here.',
  secret: 'Signed with a secret that the vendor shows.',
  none: 'Nothing is signed: a secret that is sent along, or a user and password, prove the sender.',
}

const NAME_DEFAULTS: Readonly<Record<string, string>> = { 'log': 'mail-log' }

/** All guides; `publicUrl` is where others reach this service. */
export function sourceGuides(publicUrl: string, name: string | undefined): SourceGuide[] {
  const base = publicUrl.replace(/\/$/, '')
  const plain = ROWS.map(({ yaml, ...row }): SourceGuide => {
    const called = name ?? NAME_DEFAULTS[row.type] ?? row.type
    return {
      ...row, yaml: yaml.join('\n').replaceAll('NAME', called),
      values: row.type !== 'http' ? [] : [
        { label: 'Events', value: `${base}/v1/events` },
        { label: 'Sends', value: `${base}/v1/sends` },
      ],
    }
  })
  const hooks = WEBHOOK_GUIDES.map(({ vendor, name: title, proof, steps }): SourceGuide => {
    const called = name ?? vendor
    const url = `${base}/hooks/${encodeURIComponent(called)}`
    return {
      id: `webhook/${vendor}`, type: 'webhook', vendor, name: title, proof: PROOFS[proof],
      steps: steps.map((step) => step.replaceAll('HOST/hooks/NAME', `${base.replace(/^https?:\/\//,
        '')}/hooks/${called}`).replace(/\bURL\b/, url)),
      values: [{ label: 'URL', value: url }],
      yaml: [
        'sources:', `  - name: ${called}`, '    type: webhook', `    vendor: ${vendor}`,
        ...secretLines(proof, called),
      ].join('\n'),
    }
  })
  return [...hooks, ...plain]
}

function secretLines(proof: WebhookGuide['proof'], name: string): string[] {
  if (proof === 'topics') return ['    topics: [arn:aws:sns:eu-west-1:123456789012:bounces]']
  const variable = `${name.replaceAll(/[^A-Za-z0-9]/g, '_').toUpperCase()}_SECRET`
  return proof === 'publicKey' ? ['    publicKey: PASTE-THE-KEY'] : [`    secret: \${${variable}}`]
}
