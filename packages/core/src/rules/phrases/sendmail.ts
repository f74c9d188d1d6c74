// The fixed sentences of Sendmail.
// https://www.proofpoint.com/us/products/email-protection/open-source-email-solution

import type { PhraseRule } from '../types.ts'

export const sendmail: readonly PhraseRule[] = [
  { id: 'sendmail/sender-domain-required', match: 'domain name required for sender address', reason: 'sender-rejected' },
  { id: 'sendmail/sender-domain-real', match: 'real domain name required for sender address', reason: 'sender-rejected' },
  { id: 'sendmail/sender-domain', match: 'domain of sender address', reason: 'sender-rejected' },
  { id: 'sendmail/user-address', match: 'user address required', reason: 'address-syntax' },
  { id: 'sendmail/loops-to-me', match: 'mail loops back to me', reason: 'routing-error' },
  { id: 'sendmail/points-back', match: 'local configuration error MX list for', reason: 'routing-error' },
  { id: 'sendmail/lookup-failure', match: 'host name lookup failure', reason: 'dns-failure' },
  { id: 'sendmail/host-unknown', match: 'host unknown (name server', reason: 'domain-unknown' },
  { id: 'sendmail/disk-space', match: 'insufficient disk space', reason: 'system-full' },
  { id: 'sendmail/mailer-error', match: 'unknown mailer error', reason: 'server-error' },
  { id: 'sendmail/rate', match: 'connection rate limit exceeded', reason: 'rate-limited' },
  { id: 'sendmail/open-connections', match: 'too many open connections', reason: 'rate-limited' },
  { id: 'sendmail/pre-greeting', match: 'due to pre-greeting traffic', reason: 'protocol-error' },
  { id: 'sendmail/deleted-from-queue', match: 'message will be deleted from queue', reason: 'expired' },
  { id: 'sendmail/still-trying', match: 'could not send message for past', reason: 'delayed' },
  { id: 'sendmail/null-mx', match: 'recipient address has a null MX', reason: 'domain-no-mail' },
]
