// Cisco Secure Email, IronPort AsyncOS.

import type { ReporterRules } from './types.ts'

export const ironport: ReporterRules = {
  id: 'ironport',
  marks: [
    { header: 'x-ironport-av', subject: 'delivery status notification' },
    { from: 'iphmx.com' },
    { line: 'the following message to' },
    { from: 'ironport' },
  ],
  layouts: [{ shape: 'sentence', before: 'the following message to ', after: ' was undeliverable' }],
  reply: ['the reason for the problem'],
}
