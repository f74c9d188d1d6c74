// MailSite: hyphens before each recipient.

import type { ReporterRules } from './types.ts'

export const mailsite: ReporterRules = {
  id: 'mailsite',
  marks: [
    { header: 'x-mailer: mailsite' },
    { line: 'your message was not delivered to the following recipients', from: 'mailsite' },
    { from: 'rockliffe' },
  ],
}
