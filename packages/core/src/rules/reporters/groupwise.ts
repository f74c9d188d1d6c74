// GroupWise Internet Agent: user and reason on one line, the text in mail.txt.

import type { ReporterRules } from './types.ts'

export const groupwise: ReporterRules = {
  id: 'groupwise',
  marks: [
    { header: 'x-mailer: novell groupwise' },
    { subject: 'message status - undeliverable' },
    { line: 'the message that you sent was undeliverable to the following' },
  ],
  layouts: [{ shape: 'listed', after: ['the message that you sent was undeliverable to the following'], local: true }],
  failed: ['message status - undeliverable'],
}
