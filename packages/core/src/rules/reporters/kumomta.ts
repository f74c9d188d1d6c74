// KumoMTA.

import type { ReporterRules } from './types.ts'

export const kumomta: ReporterRules = {
  id: 'kumomta',
  marks: [
    { machine: 'kumomta' },
    { line: 'the message was received at', from: 'mail delivery subsystem' },
    { header: 'message-id: kumomta' },
  ],
  failed: ['the message was received at'],
}
