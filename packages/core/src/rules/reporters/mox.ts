// mox.

import type { ReporterRules } from './types.ts'

export const mox: ReporterRules = {
  id: 'mox',
  marks: [
    { header: 'user-agent: mox/' },
    { subject: 'mail delivery failed', header: 'user-agent: mox' },
    { line: 'delivery has failed permanently for your email to' },
  ],
  failed: ['delivery has failed permanently for your email to'],
  delayed: ['delivery has been delayed of your email to'],
}
