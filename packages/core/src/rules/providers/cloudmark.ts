// The replies of Cloudmark.

import type { ProviderRules } from '../types.ts'

export const cloudmark: ProviderRules = {
  id: 'cloudmark',
  name: 'Cloudmark',
  hosts: ['cloudfilter.net', 'cloudmark.com'],
  fingerprints: ['csi.cloudmark.com', 'cloudfilter.net'],
  sources: [
    'https://csi.cloudmark.com/en/reset/',
  ],
  replies: [
    { id: 'reset-request', match: 'csi.cloudmark.com/reset-request', reason: 'ip-blocklisted', anywhere: true },
    { id: 'reset-form', match: 'csi.cloudmark.com/en/reset', reason: 'ip-blocklisted', anywhere: true },
    { id: 'poor-reputation', match: 'Cloudmark Poor Reputation Sender', reason: 'ip-blocklisted', anywhere: true },
    { id: 'list', match: 'blocked using cm-csi', reason: 'ip-blocklisted', anywhere: true },
    { id: 'sender-intelligence', match: 'Cloudmark Sender Intelligence', reason: 'ip-blocklisted', anywhere: true },
  ],
}
