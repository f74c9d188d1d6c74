// The replies of La Poste.

import type { ProviderRules } from '../types.ts'

export const laposte: ProviderRules = {
  id: 'laposte',
  name: 'La Poste',
  hosts: ['laposte.net'],
  fingerprints: ['laposte.net/postmaster', 'LPN001', 'LPN003', 'LPN004', 'LPN005', 'LPN007', 'LPN027', 'LPN105'],
  sources: [
    'https://www.postmastery.com/laposte-net-postmaster-smtp-error-codes-lpn/',
  ],
  replies: [
    { id: 'please-try-later', match: 'service refused please try later', reason: 'server-busy' },
    { id: 'sender-invalid', match: 'emetteur invalide', reason: 'sender-rejected' },
    { id: 'recipient-invalid', match: 'moins un destinataire invalide', reason: 'mailbox-unknown' },
    { id: 'refused-later', match: 'LPN027_503', reason: 'server-busy' },
    { id: 'invalid-sender', match: 'LPN007_405', reason: 'sender-rejected' },
    { id: 'invalid-recipient', match: 'LPN007_416', reason: 'mailbox-unknown' },
    { id: 'full', match: 'LPN007_417', reason: 'mailbox-full' },
    { id: 'account-blocked', match: 'LPN007_426', reason: 'mailbox-disabled' },
    { id: 'content', match: 'LPN007_510', reason: 'spam-content' },
    { id: 'dmarc', match: 'LPN007_517', reason: 'auth-failure' },
    { id: 'spf', match: 'LPN004_401', reason: 'auth-failure' },
    { id: 'ip-blocked', match: 'LPN006_102', reason: 'ip-reputation' },
    { id: 'connections', match: 'LPN105_104', reason: 'rate-limited' },
  ],
}
