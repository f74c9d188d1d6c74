// PMDF, MX and TCPware on OpenVMS.

import type { ReporterRules } from './types.ts'

export const vms: ReporterRules = {
  id: 'vms',
  marks: [
    { header: 'x-mailer: mx v' },
    { header: 'x-vms-to', subject: 'undeliverable' },
    { line: 'note: this message was generated automatically', from: 'smtp delivery agent' },
  ],
  failed: ['an error was detected while processing a message', 'delivery attempts were made'],
  reply: ['error description', 'an error was detected'],
  original: ['returned message follows', 'message follows'],
}
