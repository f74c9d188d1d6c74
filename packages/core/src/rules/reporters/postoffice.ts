// Software.com Post.Office and InterMail: reason first, recipient in a frame of lines.

import type { ReporterRules } from './types.ts'

export const postoffice: ReporterRules = {
  id: 'postoffice',
  marks: [
    { line: 'this message was undeliverable due to the following', header: 'x-mailer: post.office' },
    { header: 'message-id: post.office', subject: 'mail system error' },
    { line: 'your message was not delivered because of the following' },
    { from: 'post.office' },
  ],
}
