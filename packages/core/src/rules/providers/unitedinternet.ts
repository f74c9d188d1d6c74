// The replies of GMX, WEB.DE, mail.com, IONOS and 1&1.

import type { ProviderRules } from '../types.ts'

export const unitedinternet: ProviderRules = {
  id: 'unitedinternet',
  name: 'GMX, WEB.DE, mail.com, IONOS and 1&1',
  hosts: ['gmx.net', 'gmx.de', 'gmx.com', 'gmx.at', 'gmx.ch', 'web.de', 'mail.com', 'kundenserver.de', 'perfora.net', 'ionos.com', 'ionos.de', '1and1.com', '1und1.de'],
  fingerprints: ['Nemesis ESMTP', 'postmaster.gmx.net', 'postmaster.gmx.com', 'postmaster.web.de', 'postmaster.1und1.de', 'postmaster.mail.com', 'kundenserver.de'],
  sources: [
    'https://postmaster.gmx.com/en/error-messages',
    'https://postmaster.web.de/en/error-messages',
  ],
  replies: [
    // Several lines without enhanced codes; the line that says most is the last.
    { id: 'mailbox-unavailable', match: 'mailbox unavailable', replyCode: 5, reason: 'mailbox-unknown' },
    { id: 'quota', match: 'exceeded storage allocation', reason: 'mailbox-full' },
    { id: 'listed', match: 'IP address is block listed', reason: 'ip-blocklisted', anywhere: true },
    { id: 'listed-old', match: 'IP address is black listed', reason: 'ip-blocklisted', anywhere: true },
    { id: 'ptr', match: 'bad DNS PTR resource record', reason: 'reverse-dns', anywhere: true },
    { id: 'sender-domain', match: 'invalid DNS MX or A/AAAA resource record', reason: 'sender-rejected', anywhere: true },
    { id: 'spf', match: 'reject due to SPF policy', reason: 'auth-failure', anywhere: true },
    { id: 'dmarc', match: 'reject due to DMARC policy', reason: 'auth-failure', anywhere: true },
    { id: 'policy', match: 'reject due to policy restrictions', reason: 'policy', anywhere: true },
    { id: 'violations', match: 'reject due to policy violations', reason: 'ip-reputation', anywhere: true },
    { id: 'rate', match: 'rate limit reached', reason: 'rate-limited' },
  ],
}
