// Google Groups: the group may not exist or refuses this sender; in 40 languages, the address only
// in a header.

import type { ReporterRules } from './types.ts'

export const googlegroups: ReporterRules = {
  id: 'googlegroups',
  marks: [
    { header: 'message-id: .gmr@', from: 'mailer-daemon@google' },
    { header: 'x-failed-recipients: @googlegroups.com' },
    { line: "we're writing to let you know that the group" },
  ],
  reply: ["we're writing to let you know that the group"],
}
