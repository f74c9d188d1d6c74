// Kerio Connect and Kerio MailServer.

import type { ReporterRules } from './types.ts'

export const kerio: ReporterRules = {
  id: 'kerio',
  marks: [
    { header: 'x-mailer: kerio' },
    { line: 'kerio connect' },
    { line: 'your message was not delivered to the following recipient', from: 'mailer-daemon', header: 'x-footer' },
  ],
}
