// Stalwart Mail Server.

import type { ReporterRules } from './types.ts'

export const stalwart: ReporterRules = {
  id: 'stalwart',
  marks: [
    { line: 'your message could not be delivered to the following recipients', from: 'mail delivery subsystem', header: 'auto-submitted: auto-generated' },
    { line: 'there was a problem delivering your message', header: 'auto-submitted: auto-generated' },
  ],
}
