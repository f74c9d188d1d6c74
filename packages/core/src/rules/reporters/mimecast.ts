// Mimecast: titles in brackets, lines that begin with two dashes.

import type { ReporterRules } from './types.ts'

export const mimecast: ReporterRules = {
  id: 'mimecast',
  marks: [
    { header: 'x-mimecast-originator', subject: 'delivery' },
    { subject: '[postmaster] email delivery failure' },
    { header: 'x-mc-system' },
    { from: 'mimecast', subject: 'undeliver' },
  ],
}
