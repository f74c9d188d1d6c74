// Clearswift MIMEsweeper and MAILsweeper.

import type { ReporterRules } from './types.ts'

export const mimesweeper: ReporterRules = {
  id: 'mimesweeper',
  marks: [
    { machine: 'mimesweeper' },
    { from: 'mimesweeper' },
    { from: 'mailsweeper' },
    { header: 'message-id: n7', subject: 'non recens' },
  ],
}
