// Yahoo Mail and AOL since 2018: qmail paragraphs, the phase in brackets.

import type { ReporterRules } from './types.ts'

export const yahoo: ReporterRules = {
  id: 'yahoo',
  marks: [
    { from: 'mailer-daemon@yahoo' },
    { line: 'sorry, we were unable to deliver your message to the following address' },
    { header: 'x-yahoo-newman-property', subject: 'failure notice' },
    { from: 'mailer-daemon@aol', subject: 'failure notice' },
  ],
  layouts: [{ shape: 'paragraph' }],
  original: ['below this line is a copy of the message', 'forwarded message'],
}
