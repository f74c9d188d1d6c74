// Sun Java System and Oracle Communications Messaging Server, iPlanet, PMDF, Innosoft; iCloud of
// old.

import type { ReporterRules } from './types.ts'

export const messagingserver: ReporterRules = {
  id: 'messagingserver',
  marks: [
    { header: 'content-type: boundary_(id_' },
    { line: 'this report relates to a message you sent with the following header fields' },
    { subject: 'delivery notification: ' },
    { line: 'recipient address:' },
  ],
  layouts: [
    {
      shape: 'labelled',
      recipient: ['recipient address'],
      original: ['original address', 'original envelope-to address'],
      reply: ['reason', 'diagnostic code', 'remote system'],
    },
  ],
  failed: ['delivery notification: delivery has failed', 'delivery notification: delivery has been timed out'],
  delayed: ['delivery notification: delivery has been delayed', 'has not yet been delivered to the following recipients', 'delivery delayed'],
  delivered: ['delivery notification: delivery has been successful', 'your message has been successfully delivered'],
}
