// The replies of Free.

import type { ProviderRules } from '../types.ts'

export const freeFr: ProviderRules = {
  id: 'free',
  name: 'Free',
  hosts: ['free.fr', 'proxad.net'],
  fingerprints: ['postmaster.free.fr'],
  sources: [
    'https://postmaster.free.fr/',
  ],
  replies: [
    { id: 'inactive', match: 'mailbox has been blocked due to inactivity', reason: 'mailbox-disabled', anywhere: true },
    { id: 'quota', match: 'user quota exceeded', reason: 'mailbox-full' },
    { id: 'full', match: 'mailbox for user is full', reason: 'mailbox-full' },
    { id: 'spam', match: 'spam detected', reason: 'spam-content' },
    { id: 'virus', match: 'virus detected', reason: 'virus' },
    { id: 'spams-from-ip', match: 'too many spams from your IP', reason: 'ip-reputation', anywhere: true },
    { id: 'errors-from-ip', match: 'too many errors from your ip', reason: 'rate-limited', anywhere: true },
  ],
}
