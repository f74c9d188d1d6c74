// Mailers of IBM VM: reasons with arrows to those whom they are about.

import type { ReporterRules } from './types.ts'

export const ibmvm: ReporterRules = {
  id: 'ibmvm',
  marks: [{ line: 'your mail item could not be delivered' }],
  layouts: [{ shape: 'listed', after: ['your mail item could not be delivered to the following user'] }],
  original: ['the text of your mail'],
}
