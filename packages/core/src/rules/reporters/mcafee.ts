// McAfee WebShield and Email Gateway, Network Associates.

import type { ReporterRules } from './types.ts'

export const mcafee: ReporterRules = {
  id: 'mcafee',
  marks: [
    { header: 'x-nai-header' },
    { line: 'the message "', subject: 'delivery status', header: 'x-nai-spam-flag' },
    { header: 'x-mailer: webshield' },
    { line: 'the message failed to be delivered', from: 'mcafee' },
  ],
  failed: ['delivery problems'],
}
