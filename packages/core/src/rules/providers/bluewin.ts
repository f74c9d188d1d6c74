// The replies of Swisscom Bluewin.

import type { ProviderRules } from '../types.ts'

export const bluewin: ProviderRules = {
  id: 'bluewin',
  name: 'Swisscom Bluewin',
  hosts: ['bluewin.ch', 'swisscom.ch'],
  fingerprints: ['support.bluewin.ch'],
  sources: [
    'https://support.bluewin.ch/provider/bounce/',
  ],
  replies: [
    { id: 'reputation', match: 'reputation ratelimit in effect', reason: 'ip-reputation', anywhere: true },
    { id: 'policy', match: 'sc981 rejected due to policy reasons', reason: 'policy' },
  ],
}
