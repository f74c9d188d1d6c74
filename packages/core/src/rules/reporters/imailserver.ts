// IMail and its SMTP32 service: one line without any frame.

import type { ReporterRules } from './types.ts'

export const imailserver: ReporterRules = {
  id: 'imailserver',
  marks: [
    { header: 'x-mailer: <smtp32' },
    { line: 'undeliverable to', subject: 'undeliverable mail' },
  ],
  failed: ['undeliverable to', 'delivery failed 20 attempts', 'delivery failed', 'invalid final delivery userid', 'user mailbox exceeds allowed size', 'unknown local-part or domain'],
  reply: ['rcpt to generated following response', 'body of message generated response', 'smtp> generated response'],
  original: ['original message follows'],
}
