// A reporter whose name is encoded and whose delivery status is not in a report.

import type { ReporterRules } from './types.ts'

export const x5: ReporterRules = {
  id: 'x5',
  marks: [
    { line: 'your message had been rejected' },
    { from: '=?utf-8?q?mail_delivery_subsystem' },
    { line: 'a message from you could not be delivered' },
  ],
}
