// MailEnable for Windows: addresses as [SMTP:…].

import type { ReporterRules } from './types.ts'

export const mailenable: ReporterRules = {
  id: 'mailenable',
  marks: [
    { line: 'mailenable: message could not be delivered' },
    { header: 'x-mefilter' },
    { line: 'mailenable: message delivery' },
  ],
  layouts: [{ shape: 'labelled', recipient: ['recipient'], reply: ['reason', 'error'] }],
  delayed: ['mailenable: message delivery has been delayed'],
  original: ['message headers follow'],
}
