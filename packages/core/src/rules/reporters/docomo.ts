// NTT docomo and spmode.

import type { ReporterRules } from './types.ts'

export const docomo: ReporterRules = {
  id: 'docomo',
  marks: [
    { from: 'mailer-daemon@docomo' },
    { from: '@docomo.ne.jp', subject: 'returned mail' },
    { from: 'spmode.ne.jp' },
  ],
}
