// m-FILTER, a Japanese mail filter.

import type { ReporterRules } from './types.ts'

export const mfilter: ReporterRules = {
  id: 'mfilter',
  marks: [
    { header: 'x-mailer: m-filter' },
    { line: 'server message', header: 'x-mailer: local-mailhub' },
    { line: 'smtp command', subject: 'failure notice' },
  ],
  layouts: [
    { shape: 'listed', after: ['以下のメールアドレスへの送信に失敗しました'] },
  ],
  reply: ['server message'],
  original: ['original message$', 'original mail info'],
}
