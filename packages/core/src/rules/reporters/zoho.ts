// Zoho Mail: one line for each recipient, codes after ERROR_CODE.

import type { ReporterRules } from './types.ts'

export const zoho: ReporterRules = {
  id: 'zoho',
  marks: [
    { header: 'x-mailer: zoho mail', subject: 'undelivered' },
    { from: 'mailer-daemon@mail.zoho' },
    { from: '@zoho', subject: 'undelivered' },
  ],
}
