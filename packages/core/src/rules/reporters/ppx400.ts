// PP, Isode M-Switch and X.400 gateways: names in slashes or semicolons, RFC 822 forms beside them.

import type { ReporterRules } from './types.ts'

export const ppx400: ReporterRules = {
  id: 'ppx400',
  marks: [
    { header: 'message-type: delivery report' },
    { header: 'x400-received', subject: 'delivery report' },
    { line: 'this report relates to your message' },
    { line: '------------------------------ start of body part' },
    { header: 'x400-content-identifier', subject: 'report' },
  ],
  failed: ['delivery report (failure)', 'your message was not delivered to'],
  delivered: ['delivery report (success)'],
  reply: ['for the following reason', 'reason', 'mts-explanation'],
}
