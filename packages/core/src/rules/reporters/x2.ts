// A qmail-like reporter that begins with "Message from" and its domain.

import type { ReporterRules } from './types.ts'

export const x2: ReporterRules = {
  id: 'x2',
  marks: [
    { line: 'unable to deliver message to the following address(es)' },
  ],
  layouts: [{ shape: 'paragraph' }],
  reportingMta: ['message from'],
  original: ['original message follows'],
}
