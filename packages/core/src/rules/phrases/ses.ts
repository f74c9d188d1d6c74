// The fixed sentences of Amazon SES.
// https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html

import type { PhraseRule } from '../types.ts'

export const ses: readonly PhraseRule[] = [
  { id: 'ses/suppressed', match: 'has suppressed sending to this address', reason: 'list-suppressed' },
  { id: 'ses/account-list', match: 'because it is on the suppression list for your account', reason: 'list-suppressed' },
  { id: 'ses/blacklisted', match: 'message rejected address blacklisted', reason: 'list-suppressed' },
  { id: 'ses/not-verified', match: 'email address is not verified', reason: 'sender-rejected' },
  { id: 'ses/sending-rate', match: 'maximum sending rate exceeded', reason: 'rate-limited' },
  { id: 'ses/daily-quota', match: 'daily message quota exceeded', reason: 'rate-limited' },
  { id: 'ses/expired', match: 'message expired unable to deliver in', reason: 'expired' },
  { id: 'ses/dns', match: 'unable to lookup DNS for', reason: 'dns-failure' },
]
