// Openwave InterMail and Email Mx, at many telephone companies.

import type { ReporterRules } from './types.ts'

export const intermail: ReporterRules = {
  id: 'intermail',
  marks: [
    { header: 'message-id: intermail', subject: 'mail system error' },
    { header: 'received: (intermail', subject: 'returned mail' },
    { line: 'the following recipients did not receive', from: 'postmaster' },
  ],
  failed: ['this message was undeliverable due to the following reason'],
}
