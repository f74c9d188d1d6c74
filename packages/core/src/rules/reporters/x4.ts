// A qmail-like reporter of a hosting company.

import type { ReporterRules } from './types.ts'

export const x4: ReporterRules = {
  id: 'x4',
  marks: [
    { line: 'your mail message to the following address(es) could not be delivered' },
  ],
  layouts: [{ shape: 'paragraph' }],
}
