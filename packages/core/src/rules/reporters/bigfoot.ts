// Bigfoot: Sendmail headings, its own replies.

import type { ReporterRules } from './types.ts'

export const bigfoot: ReporterRules = {
  id: 'bigfoot',
  marks: [
    { header: 'received: bigfoot.com', subject: 'returned mail' },
    { from: 'mailer-daemon@bigfoot' },
  ],
  layouts: [
    { shape: 'listed', after: ['the following addresses had permanent fatal errors'], local: true },
    { shape: 'dialog' },
  ],
}
