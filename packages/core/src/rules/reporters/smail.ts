// smail 3: three boxes drawn with bars.

import type { ReporterRules } from './types.ts'

export const smail: ReporterRules = {
  id: 'smail',
  marks: [
    { line: 'failed addresses follow' },
    { line: 'message log follows', subject: 'mail failed' },
  ],
  layouts: [{ shape: 'listed', after: ['failed addresses follow'] }],
  reply: ['message log follows'],
  original: ['message text follows'],
}
