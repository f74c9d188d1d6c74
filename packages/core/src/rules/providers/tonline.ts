// The replies of T-Online and Magenta (Deutsche Telekom).

import type { ProviderRules } from '../types.ts'

export const tonline: ProviderRules = {
  id: 'tonline',
  name: 'T-Online and Magenta (Deutsche Telekom)',
  hosts: ['t-online.de', 'magenta.de', 'rx.t-online.de'],
  fingerprints: ['t-online.de/mail', 'postmaster.t-online.de'],
  sources: [
    'https://postmaster.t-online.de/index.en.html',
  ],
  replies: [
    { id: 'bad-reputation', match: 'none/bad reputation', reason: 'ip-reputation', anywhere: true },
    { id: 'problem', match: 'ask your postmaster for help or to contact', reason: 'ip-reputation', anywhere: true },
    { id: 'dialup', match: 'dialup/transient IP not allowed', reason: 'ip-reputation', anywhere: true },
    { id: 'spam-or-virus', match: 'considered as spam or virus', reason: 'spam-content', anywhere: true },
    { id: 'spam-classification', match: 'rejected due to spam or virus classification', reason: 'spam-content', anywhere: true },
    { id: 'storage-quota', match: 'over STORAGE quota', reason: 'mailbox-full', anywhere: true },
    { id: 'user-unknown', match: 'user not found', reason: 'mailbox-unknown' },
  ],
}
