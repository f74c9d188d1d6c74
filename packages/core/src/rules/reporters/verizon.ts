// Verizon vtext and vzwpix: the recipient stands in the quoted header only.

import type { ReporterRules } from './types.ts'

export const verizon: ReporterRules = {
  id: 'verizon',
  marks: [
    { from: 'post_master@vtext' },
    { from: 'sysadmin@', subject: 'undeliverable message' },
    { from: 'vzwpix.com' },
    { line: 'message could not be delivered to mobile' },
  ],
  layouts: [{ shape: 'labelled', recipient: ['rcpt to', 'to'], reply: ['error', 'error message below'] }],
}
