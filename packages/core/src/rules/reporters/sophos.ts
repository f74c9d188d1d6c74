// Sophos Email Appliance, UTM and PureMessage.

import type { ReporterRules } from './types.ts'

export const sophos: ReporterRules = {
  id: 'sophos',
  marks: [
    { from: 'sophos' },
    { header: 'x-sophos-obs', subject: 'undeliver' },
    { line: 'sophos email appliance' },
  ],
}
