// MDaemon by Alt-N: a transcript with its own arrows.

import type { ReporterRules } from './types.ts'

export const mdaemon: ReporterRules = {
  id: 'mdaemon',
  marks: [
    { header: 'x-mdaemon-deliver-to' },
    { header: 'x-mailer: mdaemon' },
    { header: 'message-id: <mdaemon' },
    { header: 'x-mdremoteip', subject: 'permanent delivery failure' },
    { subject: 'permanent delivery failure', from: 'mdaemon' },
    { from: 'mdaemon at ' },
    { line: 'the attached message had permanent fatal delivery errors' },
  ],
  failed: ['the attached message had permanent fatal delivery errors', 'the following data may contain sections which represent bad'],
  delayed: ['the attached message had transient non-fatal delivery errors'],
  reply: ['session transcript', 'begin transcript'],
}
