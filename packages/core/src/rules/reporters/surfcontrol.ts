// SurfControl E-mail Filter, later Websense and Forcepoint.

import type { ReporterRules } from './types.ts'

export const surfcontrol: ReporterRules = {
  id: 'surfcontrol',
  marks: [
    { header: 'x-sef-processed' },
    { header: 'x-mailer: surfcontrol' },
    { line: 'message non-deliverable', header: 'x-sef-7853d99-adf1-478e-8894-213d316b8ffa' },
    { line: 'addressed to: ', unlessLine: 'recipient address' },
  ],
  layouts: [{ shape: 'labelled', recipient: ['addressed to'] }],
  failed: ['your message could not be sent', 'message non-deliverable', 'failed to send to identified host'],
  original: ['message non-deliverable'],
}
