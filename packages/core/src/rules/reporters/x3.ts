// A reporter with stars before the recipients and technical details between lines.

import type { ReporterRules } from './types.ts'

export const x3: ReporterRules = {
  id: 'x3',
  marks: [
    { subject: 'delivery status notification', from: 'mail delivery system', line: 'this is an automatically generated delivery status notification' },
    { line: 'delevery to the following recipients' },
  ],
  failed: ['delevery to the following recipients'],
  reply: ['technical details'],
}
