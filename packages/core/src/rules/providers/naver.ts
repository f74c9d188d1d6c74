// The replies of Naver.

import type { ProviderRules } from '../types.ts'

export const naver: ProviderRules = {
  id: 'naver',
  name: 'Naver',
  hosts: ['naver.com', 'mx1.naver.com', 'worksmobile.com'],
  fingerprints: ['nsmtp', 'realip.naver.com'],
  sources: [
    'https://help.naver.com/service/30029/category/bookmark',
  ],
  replies: [
    { id: 'ip-blocked', match: 'your ip blocked from this server', reason: 'ip-reputation', anywhere: true },
    { id: 'ip-filtered', match: 'is filtered and this connection will be closed', reason: 'ip-reputation', anywhere: true },
    { id: 'too-many', match: 'you send too many messages', reason: 'rate-limited', anywhere: true },
    { id: 'no-such-user', match: 'no such user', reason: 'mailbox-unknown' },
  ],
}
