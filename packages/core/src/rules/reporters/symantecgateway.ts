// Symantec AntiVirus for SMTP Gateways, Brightmail and Messaging Gateway.

import type { ReporterRules } from './types.ts'

export const symantecgateway: ReporterRules = {
  id: 'symantecgateway',
  marks: [
    { from: 'symantec_antivirus_for_smtp' },
    { from: 'symantec' },
    { header: 'x-brightmail-tracker', subject: 'delivery' },
  ],
}
