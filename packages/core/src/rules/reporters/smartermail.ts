// SmarterMail: label and reason, then the header and the first lines.

import type { ReporterRules } from './types.ts'

export const smartermail: ReporterRules = {
  id: 'smartermail',
  marks: [
    { line: 'could not deliver message to the following recipient(s)' },
    { from: '"system administrator"@' },
    { header: 'x-smartermail', subject: 'delivery failure' },
  ],
  layouts: [{ shape: 'labelled', recipient: ['failed recipient'], reply: ['reason'] }],
  original: ['the header and top'],
}
