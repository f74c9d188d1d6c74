// MailFoundry: one paragraph, the reason on the third line.

import type { ReporterRules } from './types.ts'

export const mailfoundry: ReporterRules = {
  id: 'mailfoundry',
  marks: [
    { line: 'delivery failed for the following reason', subject: 'message delivery has failed' },
    { header: 'received: (mailfoundry)', subject: 'delivery' },
    { line: 'this has been a permanent failure. no further delivery attempts' },
  ],
  reply: ['delivery failed for the following reason'],
}
