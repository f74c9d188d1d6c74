// BIGLOBE: a table between lines of dashes, its parts headed.

import type { ReporterRules } from './types.ts'

export const biglobe: ReporterRules = {
  id: 'biglobe',
  marks: [
    { from: 'biglobe.ne.jp', subject: 'returned mail' },
    { from: 'tmtkids.ne.jp', subject: 'returned mail' },
    { from: 'inacatv.ne.jp', subject: 'returned mail' },
  ],
  reply: ['message delivery failed', 'mail delivery failed', 'smtp server response'],
}
