// The SMTP gateway of Lotus Notes before Domino.

import type { ReporterRules } from './types.ts'

export const notes: ReporterRules = {
  id: 'notes',
  marks: [
    { line: 'failure reasons' },
    { subject: 'delivery failure report' },
    { header: 'x-mailer: lotus smtp mta' },
  ],
  reply: ['failure reasons'],
  original: ['returned message$'],
}
