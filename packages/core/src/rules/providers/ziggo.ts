// The replies of Ziggo, UPC and Vodafone Netherlands.

import type { ProviderRules } from '../types.ts'

export const ziggo: ProviderRules = {
  id: 'ziggo',
  name: 'Ziggo, UPC and Vodafone Netherlands',
  hosts: ['ziggo.nl', 'upcmail.nl', 'home.nl', 'casema.nl', 'quicknet.nl', 'iss.as9143.net'],
  fingerprints: ['MXIN603', 'ziggo.nl'],
  sources: [
    'https://www.ziggo.nl/klantenservice/email',
  ],
  replies: [
    { id: 'dmarc', match: 'MXIN603 DMARC validation failed', reason: 'auth-failure', anywhere: true },
  ],
}
