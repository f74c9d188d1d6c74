// fml, a mailing list manager: refuses what its members may not send.

import type { ReporterRules } from './types.ts'

export const fml: ReporterRules = {
  id: 'fml',
  marks: [
    { header: 'x-mlserver: fml' },
    { header: 'message-id: .fml' },
  ],
  original: ['original mail as follows'],
}
