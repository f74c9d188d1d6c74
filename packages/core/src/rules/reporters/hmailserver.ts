// hMailServer: the dialog in words, its name at the end.

import type { ReporterRules } from './types.ts'

export const hmailserver: ReporterRules = {
  id: 'hmailserver',
  marks: [
    { line: 'hmailserver' },
    { header: 'message-id: hmailserver', subject: 'undeliverable' },
  ],
  layouts: [{ shape: 'listed', after: ['the following recipient(s) could not be reached'] }],
}
