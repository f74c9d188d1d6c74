// KDDI au ezweb: subject and text in Japanese or English, the address last.

import type { ReporterRules } from './types.ts'

export const ezweb: ReporterRules = {
  id: 'ezweb',
  marks: [
    { from: 'postmaster@ezweb.ne.jp' },
    { from: '@ezweb.ne.jp', subject: 'mail system error - returned mail' },
    { header: 'x-spasign: ng' },
  ],
  failed: ['the user(s) account is', 'the following recipients did not receive this message', 'your message was not delivered within', 'this message could not be delivered'],
}
