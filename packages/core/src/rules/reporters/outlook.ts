// Outlook.com of old, Hotmail and the SMTP service of Windows Server.

import type { ReporterRules } from './types.ts'

export const outlook: ReporterRules = {
  id: 'outlook',
  marks: [
    { header: 'x-dsncontext' },
    { line: 'this is an automatically generated delivery status notification', header: 'content-type: 9b095b5adsn' },
    { from: 'staff@hotmail.com' },
  ],
  layouts: [
    {
      shape: 'indented',
      after: [
        'delivery to the following recipients failed', 'delivery to the following recipients has been delayed',
        'unable to deliver message to the following recipients', 'your message has been successfully relayed',
      ],
    },
  ],
}
