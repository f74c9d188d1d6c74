// Mirapoint message servers.

import type { ReporterRules } from './types.ts'

export const mirapoint: ReporterRules = {
  id: 'mirapoint',
  marks: [
    { header: 'received: (mirapoint', subject: 'returned mail' },
    { from: 'mirapoint' },
    { header: 'x-mirapoint-ip-reputation' },
  ],
}
