// SinaMail: Chinese without a charset label.

import type { ReporterRules } from './types.ts'

export const sina: ReporterRules = {
  id: 'sina',
  marks: [
    { header: 'x-mailer: sinamail' },
    { from: 'postmaster@sina' },
    { from: 'mailer-daemon@sina' },
    { from: 'sinamail' },
  ],
}
