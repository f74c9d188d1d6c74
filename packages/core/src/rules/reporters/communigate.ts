// CommuniGate Pro.

import type { ReporterRules } from './types.ts'

export const communigate: ReporterRules = {
  id: 'communigate',
  marks: [
    { header: 'x-mailer: communigate' },
    { line: 'failed to deliver to ' },
    { header: 'message-id: <receipt-' },
  ],
  failed: ['failed to deliver to', 'module(account) reports', 'reports:'],
  layouts: [{ shape: 'sentence', before: "failed to deliver to '" }],
}
