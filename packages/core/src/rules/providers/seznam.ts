// The replies of Seznam.

import type { ProviderRules } from '../types.ts'

export const seznam: ProviderRules = {
  id: 'seznam',
  name: 'Seznam',
  hosts: ['seznam.cz', 'email.cz', 'post.cz', 'spoluzaci.cz'],
  fingerprints: ['seznam.cz'],
  sources: [
    'https://napoveda.seznam.cz/uzivatel-neexistuje',
  ],
  replies: [
    { id: 'not-mapped', match: 'hasn\'t got the service mapped', reason: 'mailbox-unknown', anywhere: true },
  ],
}
