// IceWarp and Merak Mail Server.

import type { ReporterRules } from './types.ts'

export const icewarp: ReporterRules = {
  id: 'icewarp',
  marks: [
    { header: 'x-mailer: icewarp' },
    { header: 'x-mailer: merak' },
    { line: 'icewarp mail server' },
    { line: 'merak mail server' },
  ],
}
