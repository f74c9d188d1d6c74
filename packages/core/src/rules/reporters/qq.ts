// QQ Mail and Tencent Exmail: a Chinese letter with a table of reasons.

import type { ReporterRules } from './types.ts'

export const qq: ReporterRules = {
  id: 'qq',
  marks: [
    { from: 'postmaster@qq.com' },
    { from: '@qq.com', subject: '退信' },
    { from: 'exmail', subject: '退信' },
    { header: 'x-mailer: qqmail', subject: '退信' },
  ],
}
