// Mail.Ru: an Exim notice twice, in Russian and in English.

import type { ReporterRules } from './types.ts'

export const mailru: ReporterRules = {
  id: 'mailru',
  marks: [
    { from: 'mailer-daemon@corp.mail.ru' },
    { header: 'x-mailer-daemon-recipients' },
    { line: 'это письмо создано автоматически сервером mail.ru' },
  ],
  layouts: [
    {
      shape: 'indented',
      after: ['не может быть доставлено одному или нескольким получателям', 'following address(es) failed'],
      local: true,
    },
  ],
}
