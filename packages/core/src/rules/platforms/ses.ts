// What Amazon SES calls each reason.

import type { Platform } from './types.ts'

export const SES: Platform = {
  id: 'ses',
  name: 'Amazon SES',
  field: 'bounceType/bounceSubType',
  policy: 'Puts an address on the account suppression list after a Permanent bounce or a complaint; a Transient bounce never does.',
  source: 'https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html',
  labels: [
    ['Permanent/General', 'hard bounce', 'hard', ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax', 'domain-unknown', 'domain-no-mail', 'recipient-restricted', 'relay-denied']],
    ['Permanent/NoEmail', 'the address could not be read from the bounce', 'hard', ['mailbox-unknown']],
    ['Permanent/Suppressed', 'on the global suppression list', 'suppressed', ['list-suppressed']],
    ['Permanent/OnAccountSuppressionList', 'on the list of the account', 'suppressed', ['list-suppressed']],
    ['Transient/MailboxFull', '', 'soft', ['mailbox-full']],
    ['Transient/MessageTooLarge', '', 'soft', ['too-large']],
    ['Transient/ContentRejected', '', 'soft', ['domain-reputation', 'auth-failure', 'spam-content', 'policy', 'virus', 'not-rfc-compliant', 'ip-blocklisted']],
    ['Transient/AttachmentRejected', '', 'soft', ['content-rejected']],
    ['Transient/CustomTimeoutExceeded', 'the time limit of the sender ran out', 'soft', ['expired']],
    ['Transient/General', 'soft bounce', 'soft', ['recipient-refused', 'mailbox-busy', 'greylisted', 'rate-limited', 'too-many-recipients', 'server-busy', 'server-error', 'system-full', 'network-error', 'dns-failure', 'routing-error', 'expired', 'ip-blocklisted', 'ip-reputation', 'reverse-dns', 'sender-rejected', 'tls-required', 'protocol-error']],
    ['Undetermined/Undetermined', 'the bounce could not be read', 'undetermined', ['unknown']],
    ['DeliveryDelay', 'event of its own', 'none', ['delayed']],
    ['Complaint', 'event of its own', 'complaint', ['complaint']],
    ['Delivery', 'event of its own', 'none', ['delivered']],
    ['', '', 'none', ['smtp-auth-required', 'auto-reply', 'challenge']],
  ],
}
