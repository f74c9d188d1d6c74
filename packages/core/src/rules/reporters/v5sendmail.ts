// Sendmail 5 and its descendants: the dialog alone.

import type { ReporterRules } from './types.ts'

export const v5sendmail: ReporterRules = {
  id: 'v5sendmail',
  marks: [
    { line: 'unsent message follows', subject: 'returned mail' },
    { line: 'transcript of session follows', subject: 'returned mail: ', unlessLine: 'the following addresses had' },
  ],
  layouts: [{ shape: 'dialog' }],
}
