// ZoneMTA and WildDuck.

import type { ReporterRules } from './types.ts'

export const zonemta: ReporterRules = {
  id: 'zonemta',
  marks: [
    { header: 'x-sending-zone' },
    { header: 'x-zone-mta' },
  ],
}
