// KDDI au one net: Japanese above, the error in English below.

import type { ReporterRules } from './types.ts'

export const kddi: ReporterRules = {
  id: 'kddi',
  marks: [
    { from: 'no-reply@', header: 'message-id: auone-net.jp' },
    { header: 'reply-to: auone-net.jp' },
    { from: '.dion.ne.jp', subject: 'メールエラー通知' },
  ],
  layouts: [{ shape: 'sentence', before: 'could not be delivered to: ' }],
  reply: ['your mail sent on'],
}
