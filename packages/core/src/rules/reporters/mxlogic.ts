// MX Logic, later McAfee SaaS Email Protection.

import type { ReporterRules } from './types.ts'

export const mxlogic: ReporterRules = {
  id: 'mxlogic',
  marks: [
    { header: 'message-id: <mxl~' },
    { header: 'x-mx-bounce' },
    { header: 'x-mxl-hash' },
  ],
  layouts: [{ shape: 'paragraph' }],
  original: ['included is a copy of the message header'],
}
