// Barracuda Email Security Gateway: blocked by the filter itself.

import type { ReporterRules } from './types.ts'

export const barracuda: ReporterRules = {
  id: 'barracuda',
  marks: [
    { subject: 'message you sent blocked by our bulk email filter' },
    { line: 'was blocked by our spam firewall' },
    { line: 'this is the email security gateway at host' },
    { header: 'x-barracuda-connect', subject: 'blocked' },
    { header: 'message-id: barracuda' },
  ],
  failed: ['was blocked by our spam', 'message you sent blocked', 'has not been delivered'],
}
