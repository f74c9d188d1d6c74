// The replies of Interia.

import type { ProviderRules } from '../types.ts'

export const interia: ProviderRules = {
  id: 'interia',
  name: 'Interia',
  hosts: ['interia.pl', 'interia.eu', 'poczta.fm'],
  fingerprints: ['interia.pl'],
  sources: [
    'https://pomoc.poczta.interia.pl/news-dlaczego-wiadomosc-nie-zostala-dostarczona,nId,6589600',
  ],
  replies: [
    { id: 'account-not-found', match: 'account not found', reason: 'mailbox-unknown' },
    { id: 'not-wanted', match: 'recipient doesn\'t want your mail', reason: 'recipient-refused', anywhere: true },
    { id: 'spf', match: 'is not allowed to send mail from', reason: 'auth-failure', anywhere: true },
  ],
}
