// Netscape Messaging Server before Sun took it over.

import type { ReporterRules } from './types.ts'

export const netscape: ReporterRules = {
  id: 'netscape',
  marks: [
    { header: 'x-mailer: netscape messaging server' },
    { line: 'this message was undeliverable due to the following reason' },
  ],
  reply: ['this message was undeliverable due to the following reason', 'your message was not delivered because'],
}
