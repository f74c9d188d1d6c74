// The replies of Rambler.

import type { ProviderRules } from '../types.ts'

export const rambler: ProviderRules = {
  id: 'rambler',
  name: 'Rambler',
  hosts: ['rambler.ru', 'lenta.ru', 'myrambler.ru', 'autorambler.ru', 'ro.ru'],
  fingerprints: ['help.rambler.ru', 'abuse.rambler.ru'],
  sources: [
    'https://help.rambler.ru/mail/mail-soobsheniya-ob-oshibkah/1326/',
  ],
  replies: [
    { id: 'inactive', match: 'recipient address rejected inactive', reason: 'mailbox-disabled', anywhere: true },
    { id: 'blocked', match: 'recipient address rejected blocked', reason: 'mailbox-disabled' },
    { id: 'spam', match: 'spam message rejected', reason: 'spam-content' },
    { id: 'rate', match: 'rate limit exceeded', reason: 'rate-limited' },
  ],
}
