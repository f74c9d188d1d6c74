// The replies of Wirtualna Polska.

import type { ProviderRules } from '../types.ts'

export const wp: ProviderRules = {
  id: 'wp',
  name: 'Wirtualna Polska',
  hosts: ['wp.pl', 'o2.pl', 'tlen.pl'],
  fingerprints: ['wp.pl', 'grupawp.pl'],
  sources: [
    'https://pomoc.wp.pl',
  ],
  replies: [
    { id: 'spam', match: 'accept this message because it is spam', reason: 'spam-content', anywhere: true },
  ],
}
