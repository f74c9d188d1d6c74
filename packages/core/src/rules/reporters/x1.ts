// A reporter that says when the message was received and to whom it was addressed.

import type { ReporterRules } from './types.ts'

export const x1: ReporterRules = {
  id: 'x1',
  marks: [
    { line: 'the original message was received at', from: '"mail deliver system"' },
    { from: 'mail deliver system' },
  ],
}
