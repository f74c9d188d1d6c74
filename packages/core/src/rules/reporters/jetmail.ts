// JetMail and other Chinese servers of around 2000: user name and ErrMsg.

import type { ReporterRules } from './types.ts'

export const jetmail: ReporterRules = {
  id: 'jetmail',
  marks: [
    { from: 'jetmail' },
    { line: 'header of the source mail attached' },
  ],
  original: ['header of the source mail attached'],
}
