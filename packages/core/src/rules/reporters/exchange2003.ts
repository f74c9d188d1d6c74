// Exchange 5.5, 2000 and 2003, and the Internet Mail Connector of 4.0: names rather than addresses.

import type { ReporterRules } from './types.ts'

export const exchange2003: ReporterRules = {
  id: 'exchange2003',
  marks: [
    { header: 'x-mailer: internet mail service' },
    { header: 'x-mailer: microsoft exchange server internet mail connector' },
    { line: 'msexch:im' },
    { header: 'x-mimeole: produced by microsoft exchange', subject: 'undeliverable' },
    { line: 'did not reach the following recipient(s):' },
    { header: 'x-ms-embedded-report' },
    { line: 'the following recipient(s) could not be reached', from: 'system administrator' },
  ],
  layouts: [
    {
      shape: 'listed',
      after: [
        'did not reach the following recipient(s)', 'the following recipient(s) could not be reached', 'the following recipient(s) cannot be reached', 'could not be delivered to the following recipient(s)',
      ],
      local: true,
    },
  ],
}
