// Amazon WorkMail: a delivery status pasted as text.

import type { ReporterRules } from './types.ts'

export const amazonworkmail: ReporterRules = {
  id: 'amazonworkmail',
  name: 'Amazon WorkMail',
  marks: [
    { header: 'x-mailer: amazon workmail' },
    { line: 'technical report:', from: 'amazonses.com' },
  ],
}
