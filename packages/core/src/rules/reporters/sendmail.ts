// Sendmail 8: headings between dashes, reasons in brackets, the dialog below.

import type { ReporterRules } from './types.ts'

export const sendmail: ReporterRules = {
  id: 'sendmail',
  marks: [
    { line: 'the following addresses had permanent fatal errors' },
    { line: 'the following addresses had delivery problems' },
    { line: 'the following addresses had transient non-fatal errors' },
    { line: 'the following addresses had successful delivery' },
    { line: 'the following address(es) had' },
    { subject: 'returned mail: see transcript for details' },
    { subject: 'warning: could not send message for past' },
    { line: 'transcript of session follows' },
    { subject: 'postmaster notify: ' },
  ],
  layouts: [
    {
      shape: 'listed',
      after: [
        'the following addresses had permanent fatal errors', 'the following addresses had permanent delivery errors', 'the following addresses had delivery problems',
        'the following addresses had transient non-fatal errors', 'the following addresses had delivery errors', 'the following addresses had successful delivery notifications',
      ],
      local: true,
    },
    { shape: 'dialog' },
  ],
  delivered: ['the following addresses had successful delivery notifications'],
}
