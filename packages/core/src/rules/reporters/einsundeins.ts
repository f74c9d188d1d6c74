// 1&1, IONOS, Kundenserver: looks like Exim, the reply after the address.

import type { ReporterRules } from './types.ts'

export const einsundeins: ReporterRules = {
  id: 'einsundeins',
  marks: [
    { from: 'kundenserver' },
    { from: '1and1.' },
    { from: 'ionos.' },
    { from: 'perfora.net' },
    { line: 'the header of the original message is following' },
  ],
}
