// ZMailer: diagnostics between angle brackets.

import type { ReporterRules } from './types.ts'

export const zmailer: ReporterRules = {
  id: 'zmailer',
  marks: [
    { line: 'this is a collection of reports about email delivery' },
    { subject: 'delivery reports about your' },
    { header: 'received: (zmailer', subject: 'delivery reports' },
  ],
  failed: ['this is a collection of reports about email delivery'],
  original: ['following is a copy of messagerfc822 format', 'original message headers'],
}
