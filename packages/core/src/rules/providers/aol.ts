// The replies of AOL before it moved to Yahoo's servers.

import type { ProviderRules } from '../types.ts'

export const aol: ProviderRules = {
  id: 'aol',
  name: 'AOL before it moved to Yahoo\'s servers',
  hosts: ['aol.com', 'aim.com'],
  fingerprints: ['postmaster.aol.com', 'postmaster.info.aol.com'],
  sources: [
    'https://postmaster.aol.com/error-codes',
  ],
  replies: [
    { id: 'not-found', match: 'mailbox not found', reason: 'mailbox-unknown' },
    { id: 'not-delivered-here', match: 'AOL will not accept delivery of this message', reason: 'policy', anywhere: true },
    { id: 'dynamic', match: 'RTR:BB', reason: 'ip-reputation' },
    { id: 'residential', match: 'RTR:DU', reason: 'ip-reputation' },
    { id: 'residential-relay', match: 'RLY:IR', reason: 'ip-reputation' },
    { id: 'virus', match: 'RTR:CH', reason: 'virus' },
    { id: 'reverse-dns', match: 'RTR:RD', reason: 'reverse-dns' },
    { id: 'complaints', match: 'RTR:SC', reason: 'ip-reputation' },
    { id: 'blocked', match: 'RTR:BL', reason: 'ip-reputation' },
    { id: 'blocked-relay', match: 'RLY:BL', reason: 'ip-reputation' },
    { id: 'fault', match: 'RTR:GE', reason: 'server-error' },
    { id: 'url', match: 'HVU:B1', reason: 'domain-reputation' },
    { id: 'url-2', match: 'HVU:B2', reason: 'domain-reputation' },
    { id: 'throttled', match: 'RLY:B1', reason: 'rate-limited' },
    { id: 'throttled-2', match: 'RLY:B2', reason: 'rate-limited' },
    { id: 'throttled-dynamic', match: 'DYN:T1', reason: 'rate-limited' },
    { id: 'spam-like', match: 'RLY:CH', reason: 'spam-content' },
    { id: 'spam-like-2', match: 'RLY:CH2', reason: 'spam-content' },
    { id: 'sender', match: 'RLY:SN', reason: 'sender-rejected' },
    { id: 'new-ip', match: 'RLY:NW', reason: 'ip-reputation' },
    { id: 'no-reverse-dns', match: 'DNS:NR', reason: 'reverse-dns' },
    { id: 'connection-blocked', match: 'CON:B1', reason: 'ip-reputation' },
    { id: 'future-date', match: 'MFF:FD', reason: 'not-rfc-compliant' },
    { id: 'dmarc', match: 'error-codes#554dmarc', reason: 'auth-failure' },
  ],
}
