// The replies of EarthLink and Mindspring.

import type { ProviderRules } from '../types.ts'

export const earthlink: ProviderRules = {
  id: 'earthlink',
  name: 'EarthLink and Mindspring',
  hosts: ['earthlink.net', 'mindspring.com'],
  fingerprints: ['abuse.earthlink.net'],
  sources: [
    'https://www.earthlink.net/block',
  ],
  replies: [
    { id: 'dynamic', match: 'dynamic/zombied/spam IPs blocked', reason: 'ip-reputation', anywhere: true },
  ],
}
