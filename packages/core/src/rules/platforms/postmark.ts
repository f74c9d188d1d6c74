// What Postmark calls each reason.

import type { Platform } from './types.ts'

export const POSTMARK: Platform = {
  id: 'postmark',
  name: 'Postmark',
  field: 'Type',
  policy: 'Deactivates an address in the message stream after HardBounce, BadEmailAddress or SpamComplaint.',
  source: 'https://postmarkapp.com/developer/api/bounce-api#bounce-types',
  labels: [
    ['HardBounce', 'TypeCode 1', 'hard', ['mailbox-unknown', 'mailbox-disabled', 'domain-no-mail']],
    ['BadEmailAddress', 'TypeCode 100000', 'hard', ['address-syntax']],
    ['AddressChange', 'TypeCode 128', 'soft', ['mailbox-moved']],
    ['DnsError', 'TypeCode 256', 'soft', ['domain-unknown', 'dns-failure']],
    ['SoftBounce', 'TypeCode 4096', 'soft', ['mailbox-full', 'too-large']],
    ['Transient', 'TypeCode 2', 'soft', ['mailbox-busy', 'greylisted', 'rate-limited', 'too-many-recipients', 'server-busy', 'server-error', 'system-full', 'network-error', 'routing-error', 'expired', 'tls-required', 'protocol-error']],
    ['Blocked', 'TypeCode 100006', 'block', ['recipient-refused', 'recipient-restricted', 'ip-blocklisted', 'ip-reputation', 'reverse-dns', 'sender-rejected', 'policy']],
    ['DMARCPolicy', 'TypeCode 100009', 'block', ['auth-failure']],
    ['SpamNotification', 'TypeCode 512', 'block', ['domain-reputation', 'spam-content', 'content-rejected', 'not-rfc-compliant']],
    ['VirusNotification', 'TypeCode 8192', 'block', ['virus']],
    ['OpenRelayTest', 'TypeCode 1024', 'block', ['relay-denied']],
    ['SMTPApiError', 'TypeCode 100007', 'undetermined', ['smtp-auth-required']],
    ['ManuallyDeactivated', 'TypeCode 100002', 'suppressed', ['list-suppressed']],
    ['Unknown', 'TypeCode 2048', 'undetermined', ['unknown']],
    ['AutoResponder', 'TypeCode 64', 'none', ['auto-reply']],
    ['ChallengeVerification', 'TypeCode 16384', 'none', ['challenge']],
    ['SpamComplaint', 'TypeCode 100001', 'complaint', ['complaint']],
    ['Delivery', 'event of its own', 'none', ['delivered']],
    ['Unsubscribe', 'TypeCode 16', 'none', []],
    ['Subscribe', 'TypeCode 32', 'none', []],
    ['Unconfirmed', 'TypeCode 100003', 'none', []],
    ['InboundError', 'TypeCode 100008', 'none', []],
    ['TemplateRenderingFailed', 'TypeCode 100010', 'none', []],
    ['', '', 'none', ['delayed']],
  ],
}
