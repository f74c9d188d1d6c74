// AOL before Yahoo: screen names without a domain.

import type { ReporterRules } from './types.ts'

export const aol: ReporterRules = {
  id: 'aol',
  marks: [
    { from: 'mailer-daemon@aol.com' },
    { line: 'they are not accepting mail from', from: 'aol.com' },
  ],
  layouts: [{ shape: 'listed', after: ['could not be delivered because'], local: true }],
  localDomain: 'aol.com',
}
