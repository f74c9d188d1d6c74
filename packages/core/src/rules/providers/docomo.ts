// The replies of NTT docomo.

import type { ProviderRules } from '../types.ts'

export const docomo: ProviderRules = {
  id: 'docomo',
  name: 'NTT docomo',
  hosts: ['docomo.ne.jp'],
  sources: [
    'https://note.com/sendmagic/n/neb6bbe7e51cf',
  ],
  replies: [
    { id: 'full', match: 'too much mail data', reason: 'mailbox-full' },
    { id: 'recipients', match: 'too many recipients', replyCode: 552, reason: 'too-many-recipients' },
    { id: 'line-too-long', match: 'line too long', reason: 'not-rfc-compliant' },
    { id: 'sequence', match: 'bad sequence of commands', replyCode: 503, reason: 'protocol-error' },
    { id: 'parameter', match: 'command parameter not implemented', replyCode: 504, reason: 'protocol-error' },
  ],
}
