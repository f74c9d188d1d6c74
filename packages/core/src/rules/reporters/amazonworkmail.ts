// Amazon WorkMail: a delivery status pasted as text.

import type { ReporterRules } from './types.ts'

export const amazonworkmail: ReporterRules = {
  id: 'amazonworkmail',
  marks: [
    { header: 'x-mailer: amazon workmail' },
    { line: 'technical report:', from: 'amazonses.com' },
  ],
}
