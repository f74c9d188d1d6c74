// Courier: headings in capitals, the SMTP dialog below the address.

import type { ReporterRules } from './types.ts'

export const courier: ReporterRules = {
  id: 'courier',
  marks: [
    { header: 'message-id: <courier.' },
    { line: 'this is a delivery status notification from' },
    { line: 'undeliverable mail', header: 'content-type: multipart/report' },
    { line: 'delays in delivering your message' },
  ],
  layouts: [{ shape: 'paragraph' }],
  delayed: ['delays in delivering your message'],
  delivered: ['your message to the following recipients was delivered', 'your message was successfully relayed'],
  original: ['if your message was also sent to additional recipients'],
  reportingMta: ['this is a delivery status notification from'],
}
