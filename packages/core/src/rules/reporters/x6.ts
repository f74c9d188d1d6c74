// A reporter that counts its errors and attaches the headers as a text.

import type { ReporterRules } from './types.ts'

export const x6: ReporterRules = {
  id: 'x6',
  marks: [
    { subject: 'there was an error sending your mail' },
    { line: 'we had trouble delivering your message' },
  ],
  layouts: [{ shape: 'sentence', before: 'rejected recipient <' }],
}
