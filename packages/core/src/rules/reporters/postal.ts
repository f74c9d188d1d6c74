// Postal, a mail platform for web servers.

import type { ReporterRules } from './types.ts'

export const postal: ReporterRules = {
  id: 'postal',
  marks: [
    { header: 'x-postal-bounce' },
    { header: 'x-postal-msgid', subject: 'mail delivery failed' },
    { line: 'this message has been returned to you because', from: 'mail delivery service' },
    { from: 'mail delivery service' },
  ],
}
