// Halon Engage and Halon Protect.

import type { ReporterRules } from './types.ts'

export const halon: ReporterRules = {
  id: 'halon',
  marks: [
    { machine: 'x-halon-' },
    { header: 'x-halon-id', subject: 'delivery' },
    { line: 'halon mail' },
  ],
}
