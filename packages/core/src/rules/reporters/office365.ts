// Exchange Online: a coloured table in HTML, localised, the remote reply at the end.

import type { ReporterRules } from './types.ts'

export const office365: ReporterRules = {
  id: 'office365',
  marks: [
    { header: 'x-ms-exchange-message-is-ndr' },
    { header: 'x-ms-exchange-crosstenant-id', subject: 'undeliverable' },
    { from: 'microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@' },
    { header: 'message-id: .prod.outlook.com', subject: 'undeliverable' },
    { from: '.onmicrosoft.com', subject: 'undeliverable' },
  ],
  failed: ['action required', "couldn't be delivered"],
  reply: ['diagnostic information for administrators', 'remote server returned', 'error details', 'reported error', 'error:'],
  original: ['original message headers', 'message hops'],
}
