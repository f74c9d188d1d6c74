// Seattle Lab SLmail and SLmail Pro.

import type { ReporterRules } from './types.ts'

export const slmail: ReporterRules = {
  id: 'slmail',
  marks: [
    { header: 'x-mailer: slmail' },
    { header: 'x-mailer: <slmail' },
    { line: 'slmail' },
  ],
}
