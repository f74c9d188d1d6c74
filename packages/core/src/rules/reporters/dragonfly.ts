// dma, the mail agent of DragonFly BSD, Debian and others.

import type { ReporterRules } from './types.ts'

export const dragonfly: ReporterRules = {
  id: 'dragonfly',
  marks: [
    { line: 'this is the dragonfly mail agent' },
  ],
  layouts: [{ shape: 'sentence', before: 'there was an error delivering your mail to ' }],
  original: ['message headers follow', 'original message follows'],
  reportingMta: ['this is the dragonfly mail agent'],
}
