// OpenSMTPD: greets, then one line for each recipient.

import type { ReporterRules } from './types.ts'

export const opensmtpd: ReporterRules = {
  id: 'opensmtpd',
  marks: [
    { line: 'this is the mailer-daemon, please do not reply to this' },
    { subject: 'delivery status notification: error' },
    { subject: 'delivery status notification: warning' },
    { subject: 'delivery status notification: success' },
  ],
  layouts: [{ shape: 'paragraph', colon: true }],
  failed: ['an error has occurred while attempting to deliver a message', 'delivery status notification: error'],
  delayed: ['a message is delayed for more than', 'delivery status notification: warning'],
  delivered: ['your message was successfully delivered to these recipients', 'delivery status notification: success'],
  original: ['below is a copy of the original message'],
}
