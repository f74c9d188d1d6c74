// Haraka, the server in JavaScript.

import type { ReporterRules } from './types.ts'

export const haraka: ReporterRules = {
  id: 'haraka',
  marks: [
    { header: 'x-haraka-' },
    { line: 'intended recipients:', header: 'message-id: haraka' },
    { line: 'the following addresses have failed, because of the following' },
    { header: 'received: (haraka', subject: 'failed mail delivery' },
    { line: 'below is a copy of the failed', from: 'mailer-daemon' },
  ],
  failed: ['i attempted to deliver an email to the following recipients', 'i attempted to deliver your message'],
  reply: ['last received failure was', 'the reason given was'],
}
