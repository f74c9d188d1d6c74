// The replies of KDDI au and ezweb.

import type { ProviderRules } from '../types.ts'

export const kddi: ProviderRules = {
  id: 'kddi',
  name: 'KDDI au and ezweb',
  hosts: ['ezweb.ne.jp', 'au.com', 'auone-net.jp', 'dion.ne.jp'],
  sources: [
    'https://note.com/sendmagic/n/n875d8dcb6cb8',
  ],
  replies: [
    { id: 'address-form', match: 'relay access denied', replyCode: 554, reason: 'address-syntax' },
  ],
}
