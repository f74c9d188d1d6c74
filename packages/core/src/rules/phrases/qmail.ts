// The fixed sentences of qmail, vpopmail and chkuser.
// https://cr.yp.to/proto/qmail.html

import type { PhraseRule } from '../types.ts'

export const qmail: readonly PhraseRule[] = [
  { id: 'qmail/no-mailbox', match: 'no mailbox here by that name', reason: 'mailbox-unknown' },
  { id: 'qmail/no-mail-box', match: 'no mail-box here by that name', reason: 'mailbox-unknown' },
  { id: 'qmail/badrcptto', match: 'in my badrcptto list', reason: 'mailbox-disabled' },
  { id: 'qmail/badmailfrom', match: 'in my badmailfrom list', reason: 'sender-rejected' },
  { id: 'qmail/rcpthosts', match: 'in my list of allowed rcpthosts', reason: 'relay-denied' },
  { id: 'qmail/host-named', match: 'find any host named', reason: 'domain-unknown' },
  { id: 'qmail/cname', match: 'CNAME lookup failed temporarily', reason: 'dns-failure' },
  { id: 'qmail/locals', match: 'in my control/locals file', reason: 'routing-error' },
  { id: 'qmail/looping', match: 'this message is looping', reason: 'routing-error' },
  { id: 'qmail/smtp-connection', match: 'able to establish an SMTP connection', reason: 'network-error' },
  { id: 'qmail/mailfolder-quota', match: 'mailfolder is over the allowed quota', reason: 'mailbox-full' },
  { id: 'qmail/databytes', match: 'exceeds my databytes limit', reason: 'too-large' },
  { id: 'qmail/queue-problem', match: 'qq temporary problem', reason: 'server-error' },
  { id: 'qmail/queue-trouble', match: 'qq trouble', reason: 'server-error' },
  { id: 'qmail/queue-memory', match: 'qq out of memory', reason: 'system-full' },
  { id: 'qmail/home-writable', match: 'uh-oh home directory is writable', reason: 'server-error' },
  { id: 'qmail/maildir', match: 'unable to chdir to maildir', reason: 'server-error' },
  { id: 'qmail/chkuser-sender', match: 'find a valid MX for sender domain', reason: 'sender-rejected' },
  { id: 'qmail/chkuser-recipient', match: 'find a valid MX for rcpt domain', reason: 'domain-unknown' },
  { id: 'qmail/chkuser-full', match: 'final recipient mailbox is full', reason: 'mailbox-full' },
  { id: 'qmail/chkuser-policy', match: 'violating our security policies', reason: 'policy' },
]
