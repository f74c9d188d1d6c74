// MMDF and the MTAs of SCO.

import type { ReporterRules } from './types.ts'

export const mmdf: ReporterRules = {
  id: 'mmdf',
  marks: [
    { line: 'your message could not be delivered to', from: 'memo service' },
    { subject: 'failed mail', from: 'mmdf' },
    { from: 'memo.distribution' },
  ],
  original: ['your message begins as follows', 'your message follows'],
}
