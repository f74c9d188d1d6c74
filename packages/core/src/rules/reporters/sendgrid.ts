// Twilio SendGrid.

import type { ReporterRules } from './types.ts'

export const sendgrid: ReporterRules = {
  id: 'sendgrid',
  marks: [
    { from: 'mailer-daemon@sendgrid' },
    { line: 'this is an automatically generated message from sendgrid' },
    { header: 'x-sg-eid', subject: 'undelivered' },
  ],
}
