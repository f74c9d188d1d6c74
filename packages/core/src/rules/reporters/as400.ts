// OfficeVision and the SMTP server of IBM i and z/VM.

import type { ReporterRules } from './types.ts'

export const as400: ReporterRules = {
  id: 'as400',
  marks: [
    { header: 'x-mailer: ibm os/400' },
    { subject: 'undeliverable mail', from: 'smtp@' },
    { line: 'unable to deliver mail to some or all recipients' },
    { header: 'received: (ibm vm smtp', subject: 'undeliver' },
  ],
  failed: ['unable to deliver mail to some or all recipients'],
  original: ['text of mail follows'],
}
