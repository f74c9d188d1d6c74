// What PowerMTA calls each reason.

import type { Platform } from './types.ts'

export const POWERMTA: Platform = {
  id: 'powermta',
  name: 'PowerMTA',
  field: 'bounce category',
  policy: 'Leaves hard and soft to its users, who mostly suppress after bad-mailbox, inactive-mailbox and bad-domain, and count quota-issues, no-answer-from-host, relaying-issues and routing-errors as soft.',
  source: 'https://www.bird.com/en-us/email/powermta',
  labels: [
    ['bad-mailbox', '', 'hard', ['mailbox-unknown', 'mailbox-moved', 'address-syntax']],
    ['inactive-mailbox', '', 'hard', ['mailbox-disabled']],
    ['bad-domain', '', 'hard', ['domain-unknown', 'domain-no-mail']],
    ['quota-issues', '', 'soft', ['mailbox-full', 'mailbox-busy', 'system-full', 'too-large']],
    ['no-answer-from-host', '', 'soft', ['network-error']],
    ['bad-connection', '', 'unsaid', ['network-error']],
    ['routing-errors', '', 'soft', ['routing-error', 'dns-failure']],
    ['relaying-issues', '', 'soft', ['relay-denied']],
    ['message-expired', '', 'unsaid', ['expired']],
    ['bad-configuration', '', 'unsaid', ['server-error']],
    ['invalid-sender', '', 'unsaid', ['sender-rejected']],
    ['policy-related', '', 'unsaid', ['policy', 'recipient-refused', 'recipient-restricted', 'greylisted', 'rate-limited', 'too-many-recipients', 'reverse-dns', 'auth-failure', 'smtp-auth-required', 'tls-required', 'ip-reputation']],
    ['spam-related', '', 'unsaid', ['spam-content', 'ip-blocklisted', 'ip-reputation', 'domain-reputation']],
    ['content-related', '', 'unsaid', ['content-rejected', 'not-rfc-compliant', 'too-large']],
    ['virus-related', '', 'unsaid', ['virus']],
    ['protocol-errors', '', 'unsaid', ['protocol-error']],
    ['other', '', 'unsaid', ['unknown', 'server-busy', 'mailbox-busy', 'greylisted']],
    ['success', '', 'none', ['delivered']],
    ['', '', 'none', ['list-suppressed', 'auto-reply', 'challenge', 'delayed', 'complaint']],
  ],
}
