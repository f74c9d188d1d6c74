// Dovecot LDA and LMTP, Cyrus and Sieve reject: refused by the mailbox.

import type { ReporterRules } from './types.ts'

export const dovecot: ReporterRules = {
  id: 'dovecot',
  marks: [
    { line: 'your message to', subject: 'rejected: ' },
    { subject: 'automatically rejected mail' },
    { header: 'x-sieve: cmu sieve', subject: 'rejected' },
    { line: 'your message was automatically rejected by sieve' },
  ],
  failed: ['was automatically rejected', 'automatically rejected mail', 'your message was automatically rejected by sieve'],
  reply: ['was automatically rejected', 'the following reason was given'],
}
