// NTMail and VOPmail.

import type { ReporterRules } from './types.ts'

export const ntmail: ReporterRules = {
  id: 'ntmail',
  marks: [
    { header: 'x-mailer: ntmail' },
    { header: 'received: (ntmail', subject: 'returned' },
    { line: 'your message was not delivered to', header: 'x-info: ntmail' },
  ],
}
