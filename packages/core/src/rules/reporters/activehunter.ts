// TransWARE Active! hunter: bare addresses behind arrows.

import type { ReporterRules } from './types.ts'

export const activehunter: ReporterRules = {
  id: 'activehunter',
  marks: [
    { header: 'x-ahmailid' },
    { header: 'x-mailer: active! hunter' },
  ],
  layouts: [{ shape: 'listed', after: ['following address(es) failed'] }],
}
