// SoftBank and its older names.

import type { ReporterRules } from './types.ts'

export const softbank: ReporterRules = {
  id: 'softbank',
  marks: [
    { from: 'mailer-daemon@softbank' },
    { from: '@i.softbank.jp', subject: 'undeliver' },
    { from: 'vodafone.ne.jp', subject: 'returned mail' },
  ],
}
