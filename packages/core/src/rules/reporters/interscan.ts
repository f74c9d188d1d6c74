// InterScan Messaging Security and VirusWall, IMSVA; the dialog with its own arrows.

import type { ReporterRules } from './types.ts'

export const interscan: ReporterRules = {
  id: 'interscan',
  marks: [
    { from: 'interscan' },
    { header: 'content-type: interscan_nt_mime_boundary' },
    { from: 'imsva' },
    { header: 'x-tm-as-product-ver', subject: 'undeliver' },
    { line: 'received >>>' },
    { line: 'sent >>>' },
  ],
  layouts: [{ shape: 'dialog' }],
  original: ['end of message'],
}
