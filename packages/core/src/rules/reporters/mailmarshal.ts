// Trustwave MailMarshal: the reason first, then the recipients.

import type { ReporterRules } from './types.ts'

export const mailmarshal: ReporterRules = {
  id: 'mailmarshal',
  marks: [
    { line: 'the following recipients were affected' },
    { line: 'messagename:', subject: 'undeliverable mail: ' },
    { header: 'x-mailer: mailmarshal' },
  ],
  layouts: [{ shape: 'listed', after: ['the following recipients were affected'] }],
  reply: ['could not be delivered because of'],
  original: ['additional information'],
}
