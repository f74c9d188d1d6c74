// Fortinet FortiMail.

import type { ReporterRules } from './types.ts'

export const fortimail: ReporterRules = {
  id: 'fortimail',
  marks: [
    { header: 'x-feas-client-ip', subject: 'undeliver' },
    { header: 'x-fe-policy-id', subject: 'returned mail' },
    { from: 'fortimail' },
  ],
}
