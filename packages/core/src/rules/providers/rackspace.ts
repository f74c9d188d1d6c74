// The replies of Rackspace Email.

import type { ProviderRules } from '../types.ts'

export const rackspace: ProviderRules = {
  id: 'rackspace',
  name: 'Rackspace Email',
  hosts: ['emailsrvr.com', 'rackspace.com'],
  fingerprints: ['emailsrvr.com', 'postmaster.apps.rackspace.com'],
  sources: [
    'https://postmaster.apps.rackspace.com/home',
    'https://smtp.codes/rackspace',
  ],
  replies: [
    { id: 'not-found', match: 'email address could not be found or was misspelled', reason: 'mailbox-unknown', anywhere: true },
    { id: 'concurrent', match: 'too many concurrent connections from this client', reason: 'rate-limited', anywhere: true },
    { id: 'no-ptr', match: 'has no PTR record (G1F)', reason: 'reverse-dns', anywhere: true },
    { id: 'verification', match: 'recipient\'s server was temporarily unavailable to accept', reason: 'server-busy', anywhere: true },
    { id: 'too-much-mail', match: 'mailbox received too much email in a short', reason: 'mailbox-busy', anywhere: true },
    { id: 'loop', match: 'routing loop detected (G16)', reason: 'routing-error', anywhere: true },
    { id: 'dmarc-lookup', match: 'temporary DMARC DNS lookup failure', reason: 'dns-failure', anywhere: true },
    { id: 'untrusted-ip', match: 'too many messages from a new or untrusted IP', reason: 'rate-limited', anywhere: true },
    { id: 'list', match: 'ACL dns_rbl', reason: 'ip-blocklisted', anywhere: true },
  ],
}
