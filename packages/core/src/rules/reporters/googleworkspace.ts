// Gmail since 2016: titles between stars, HTML beside the text.

import type { ReporterRules } from './types.ts'

export const googleworkspace: ReporterRules = {
  id: 'googleworkspace',
  marks: [
    { from: 'mailer-daemon@google', line: 'address not found' },
    { from: 'mailer-daemon@google', line: 'message not delivered' },
    { from: 'mailer-daemon@google', line: 'message blocked' },
    { from: 'mailer-daemon@google', line: 'delivery incomplete' },
    { from: 'mailer-daemon@google', line: 'message rejected' },
    { from: 'mailer-daemon@google', line: 'recipient inbox full' },
    { from: 'mailer-daemon@google', line: 'message too large' },
    { from: 'mailer-daemon@google', header: 'content-type: multipart/report' },
  ],
  reply: ['the response was', 'the response from the remote server was'],
}
