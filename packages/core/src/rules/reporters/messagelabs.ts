// MessageLabs, later Symantec and Broadcom Email Security.cloud.

import type { ReporterRules } from './types.ts'

export const messagelabs: ReporterRules = {
  id: 'messagelabs',
  marks: [
    { from: 'messagelabs' },
    { header: 'x-msg-ref: server-', subject: 'undeliver' },
    { line: 'this is the mail delivery agent at messagelabs' },
    { line: 'this is the mail delivery agent at symantec' },
  ],
  reply: ['reason'],
  reportingMta: ['this is the mail delivery agent at'],
  original: ['the message subject was'],
}
