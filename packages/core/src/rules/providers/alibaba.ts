// The replies of Alibaba Mail.

import type { ProviderRules } from '../types.ts'

export const alibaba: ProviderRules = {
  id: 'alibaba',
  name: 'Alibaba Mail',
  hosts: ['mxhichina.com', 'aliyun.com', 'alibaba-inc.com', 'alimail.com'],
  fingerprints: ['mxhichina.com', 'ANTISPAM_BAT', 'service.alibaba.com'],
  sources: [
    'https://help.aliyun.com/knowledge_detail/36577.html',
  ],
  replies: [
    { id: 'behaviour', match: 'reject by behaviour spam at', reason: 'spam-content', anywhere: true },
    { id: 'content', match: 'reject by content spam at', reason: 'spam-content', anywhere: true },
    { id: 'over-quota', match: 'mailbox space is not enough', reason: 'mailbox-full', anywhere: true },
  ],
}
