// The fixed sentences of SendGrid, Mailgun, SparkPost, PowerMTA, Postmark and Resend.
// https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
// https://documentation.mailgun.com
// https://support.sparkpost.com

import type { PhraseRule } from '../types.ts'

export const senders: readonly PhraseRule[] = [
  { id: 'senders/sendgrid-bounced', match: 'bounced address', reason: 'list-suppressed' },
  { id: 'senders/sendgrid-unsubscribed', match: 'unsubscribed address', reason: 'list-suppressed' },
  { id: 'senders/sendgrid-spam', match: 'spam reporting address', reason: 'list-suppressed' },
  { id: 'senders/sendgrid-credits', match: 'maximum credits exceeded', reason: 'rate-limited' },
  { id: 'senders/sendgrid-identity', match: 'does not match a verified Sender Identity', reason: 'sender-rejected' },
  { id: 'senders/sendgrid-unauthenticated', match: 'unauthenticated senders not allowed', reason: 'smtp-auth-required' },
  { id: 'senders/mailgun-bounced', match: 'not delivering to previously bounced address', reason: 'list-suppressed' },
  { id: 'senders/mailgun-complained', match: 'user who marked your messages as spam', reason: 'list-suppressed' },
  { id: 'senders/mailgun-unsubscribed', match: 'not delivering to unsubscribed', reason: 'list-suppressed' },
  { id: 'senders/mailgun-no-mx', match: '498 No MX for', reason: 'domain-unknown' },
  { id: 'senders/sparkpost-suppressed', match: 'recipient address was suppressed due to', reason: 'list-suppressed' },
  { id: 'senders/sparkpost-null-mx', match: 'null mx domain does not accept mail', reason: 'domain-no-mail' },
  { id: 'senders/sparkpost-invalid', match: 'the recipient is invalid', reason: 'mailbox-unknown' },
  { id: 'senders/powermta-expired', match: 'exceeded max time without delivery', reason: 'expired' },
  { id: 'senders/postmark-inactive', match: 'recipient that has been marked as inactive', reason: 'list-suppressed' },
  { id: 'senders/postmark-addresses', match: 'found inactive addresses', reason: 'list-suppressed' },
  { id: 'senders/suppression-list', match: 'recipient is on the suppression list', reason: 'list-suppressed' },
]
