// Vade Secure gateways: the reply after the bracketed address.

import type { ReporterRules } from './types.ts'

export const vadesecure: ReporterRules = {
  id: 'vadesecure',
  marks: [
    { header: 'message-id: vadesecure' },
    { from: 'vadesecure' },
  ],
  failed: ['delivery has failed to these recipients or distribution lists'],
  original: ['original message details'],
}
