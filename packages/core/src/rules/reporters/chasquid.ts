// chasquid.

import type { ReporterRules } from './types.ts'

export const chasquid: ReporterRules = {
  id: 'chasquid',
  marks: [
    { header: 'from: <mail-delivery-system@' },
    { from: 'mail delivery system <postmaster-dsn@' },
    { line: 'delivery of your message to the following recipient(s) failed permanently' },
    { from: 'postmaster-dsn@' },
  ],
}
