// Gmail until 2016: text only, the address five spaces in.

import type { ReporterRules } from './types.ts'

export const gmail: ReporterRules = {
  id: 'gmail',
  marks: [
    { from: 'mailer-daemon@google' },
    { from: 'mailer-daemon@gmail.com' },
    { line: 'technical details of permanent failure' },
    { line: 'technical details of temporary failure' },
  ],
  layouts: [
    { shape: 'indented', after: ['delivery to the following recipient', 'delivery to the following recipients'] },
  ],
  reply: ['technical details of permanent failure', 'technical details of temporary failure'],
  original: ['message truncated'],
}
