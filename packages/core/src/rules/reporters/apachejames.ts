// Apache James and mailers written with JavaMail.

import type { ReporterRules } from './types.ts'

export const apachejames: ReporterRules = {
  id: 'apachejames',
  marks: [
    { header: 'message-id: .javamail.', subject: '[bounce]' },
    { header: 'message-id: .javamail.', line: 'error message below' },
    { line: 'hi. this is the james mail server at' },
  ],
  reply: ['error message below'],
  original: ['message details'],
  reportingMta: ['hi. this is the james mail server at'],
}
