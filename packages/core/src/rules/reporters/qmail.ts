// qmail, netqmail, IndiMail and other heirs (QSBMF); localised intros.

import type { ReporterRules } from './types.ts'

export const qmail: ReporterRules = {
  id: 'qmail',
  marks: [
    { line: 'hi. this is the' },
    { line: 'this is the qmail-send program at' },
    { subject: 'failure notice', from: 'mailer-daemon' },
    { line: 'this is the mail delivery agent at' },
  ],
  layouts: [{ shape: 'paragraph' }],
  reportingMta: ['hi. this is the qmail-send program at', 'hi. this is the mta program at', 'hi. the mta program at', 'this is the mail delivery agent at'],
  delayed: ["i'm not going to give up", 'the qmail-send program will keep trying'],
  original: ['enclosed is a copy of the message', 'enclosed are the original headers', 'below this line is a copy of'],
}
