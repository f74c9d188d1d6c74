// The replies of Daum and Kakao.

import type { ProviderRules } from '../types.ts'

export const daum: ProviderRules = {
  id: 'daum',
  name: 'Daum and Kakao',
  hosts: ['daum.net', 'hanmail.net', 'kakao.com'],
  fingerprints: ['hanmail.net', 'mail.daum.net'],
  sources: [
    'https://cs.daum.net/faq/43/9234.html',
  ],
  replies: [
    { id: 'anti-spam', match: 'mail is blocked automatically by anti-spam system', reason: 'spam-content', anywhere: true },
    { id: 'no-such-user', match: 'no such user', reason: 'mailbox-unknown' },
    { id: 'spam-ip', match: 'connection refused server is busy (RT)', reason: 'ip-reputation' },
    { id: 'network-busy', match: 'network is busy', replyCode: 421, reason: 'server-busy' },
  ],
}
