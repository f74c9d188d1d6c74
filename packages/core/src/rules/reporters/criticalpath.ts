// Critical Path and its messaging server.

import type { ReporterRules } from './types.ts'

export const criticalpath: ReporterRules = {
  id: 'criticalpath',
  marks: [
    { header: 'x-mailer: critical path' },
    { from: 'cp.net', subject: 'undeliver' },
    { from: 'criticalpath' },
  ],
}
