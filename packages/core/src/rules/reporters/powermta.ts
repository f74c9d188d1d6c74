// PowerMTA by Port25, now Bird.

import type { ReporterRules } from './types.ts'

export const powermta: ReporterRules = {
  id: 'powermta',
  marks: [
    { machine: 'x-powermta-' },
    { line: 'hello, this is the mail server on' },
    { header: 'x-mailer: powermta' },
  ],
  layouts: [{ shape: 'paragraph' }],
  failed: ['delivery failed; will not continue trying'],
  delayed: ['delivery not yet made; will continue trying', 'not yet delivered; still trying', 'will continue trying'],
  delivered: ['delivery succeeded', 'delivered successfully'],
  reportingMta: ['hello, this is the mail server on'],
}
