// The replies of Virgin Media and Blueyonder.

import type { ProviderRules } from '../types.ts'

export const virginmedia: ProviderRules = {
  id: 'virginmedia',
  name: 'Virgin Media and Blueyonder',
  hosts: ['virginmedia.com', 'blueyonder.co.uk', 'ntlworld.com', 'virgin.net'],
  fingerprints: ['virginmedia.com'],
  sources: [
    'https://www.virginmedia.com/help/email',
  ],
  replies: [
    { id: 'spam', match: 'message blocked due to spam content in the message', reason: 'spam-content', anywhere: true },
  ],
}
