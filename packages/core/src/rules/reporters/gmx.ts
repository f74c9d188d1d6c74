// GMX, mail.com and their kin: looks like Exim, quotes the address.

import type { ReporterRules } from './types.ts'

export const gmx: ReporterRules = {
  id: 'gmx',
  marks: [
    { from: 'mailer-daemon@gmx' },
    { from: 'mail.gmx' },
    { from: 'mailer-daemon@mail.com' },
    { from: 'mailer-daemon@web.de' },
    { header: 'x-provags-id', subject: 'mail delivery failed' },
  ],
}
