// NetEase 163, 126 and yeah.net (Coremail): a Chinese and English letter.

import type { ReporterRules } from './types.ts'

export const netease: ReporterRules = {
  id: 'netease',
  marks: [
    { from: 'postmaster@163.com' },
    { from: 'postmaster@126.com' },
    { from: 'postmaster@yeah.net' },
    { from: 'netease' },
    { header: 'x-mailer: coremail', subject: '退信' },
    { header: 'x-coremail-', subject: '退信' },
  ],
}
