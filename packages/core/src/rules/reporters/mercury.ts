// Mercury/32 and Mercury/NLM.

import type { ReporterRules } from './types.ts'

export const mercury: ReporterRules = {
  id: 'mercury',
  marks: [
    { header: 'x-mailer: mercury' },
    { from: 'electronic postmaster' },
    { line: 'with electronic mail - mercury' },
    { header: 'message-id: mercury', subject: 'delivery failure' },
  ],
  failed: ['the local mail transport system has reported the following problems'],
  reply: ['the local mail transport system has reported the following problems'],
}
