// Proofpoint Protection Server and Essentials.

import type { ReporterRules } from './types.ts'

export const proofpoint: ReporterRules = {
  id: 'proofpoint',
  marks: [
    { header: 'x-proofpoint-virus-version', subject: 'undeliver' },
    { from: 'ppops.net' },
    { from: 'pphosted.com' },
    { from: 'ppe-hosted.com' },
  ],
}
