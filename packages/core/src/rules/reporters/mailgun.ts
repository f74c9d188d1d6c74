// Mailgun by Sinch.

import type { ReporterRules } from './types.ts'

export const mailgun: ReporterRules = {
  id: 'mailgun',
  marks: [
    { header: 'x-mailgun-incoming', subject: 'delivery' },
    { from: 'mailer-daemon@mailgun' },
  ],
}
