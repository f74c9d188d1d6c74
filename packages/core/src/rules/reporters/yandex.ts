// Yandex: Postfix with a Russian preface.

import type { ReporterRules } from './types.ts'

export const yandex: ReporterRules = {
  id: 'yandex',
  marks: [
    { machine: 'x-yandex-queue-id' },
    { from: 'mailer-daemon@yandex' },
    { line: 'это письмо отправлено почтовым сервером yandex' },
    { line: 'this is the mail system at host yandex' },
  ],
  layouts: [{ shape: 'paragraph' }],
}
