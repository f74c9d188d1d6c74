// maddy.

import type { ReporterRules } from './types.ts'

export const maddy: ReporterRules = {
  id: 'maddy',
  marks: [
    { line: 'this is the mail delivery system at' },
    { line: 'unfortunately, your message could not be delivered to one or more', header: 'x-maddy-' },
    { line: 'this is the mail delivery system', from: 'mailer-daemon' },
  ],
  reportingMta: ['this is the mail delivery system at'],
}
