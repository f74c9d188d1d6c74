// The replies of Verizon Online.

import type { ProviderRules } from '../types.ts'

export const verizon: ProviderRules = {
  id: 'verizon',
  name: 'Verizon Online',
  hosts: ['relay.verizon.net', 'vtext.com'],
  fingerprints: ['verizon.com/whitelist', 'Verizon Online'],
  sources: [
    'http://www.verizon.com/whitelist/',
  ],
  replies: [
    { id: 'blocked', match: 'currently blocked by Verizon Online\'s', reason: 'ip-reputation', anywhere: true },
  ],
}
