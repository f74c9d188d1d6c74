// HCL Notes and Domino, formerly IBM and Lotus: no codes, the reason after "because".

import type { ReporterRules } from './types.ts'

export const domino: ReporterRules = {
  id: 'domino',
  marks: [
    { subject: 'delivery failure: ' },
    { header: 'x-mailer: lotus domino' },
    { header: 'x-mimetrack', subject: 'delivery failure' },
    { line: 'was not delivered to:' },
  ],
  layouts: [{ shape: 'listed', after: ['was not delivered to'] }],
  reply: ['because'],
}
