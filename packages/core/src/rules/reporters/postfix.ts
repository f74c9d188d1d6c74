// Postfix: paragraphs that begin with the address in angle brackets.

import type { ReporterRules } from './types.ts'

export const postfix: ReporterRules = {
  id: 'postfix',
  marks: [
    { line: 'this is the mail system at host' },
    { line: 'this is the postfix program at host' },
    { machine: 'x-postfix-queue-id' },
    { machine: 'x-postfix-sender' },
    { subject: 'undelivered mail returned to sender' },
    { subject: 'delayed mail (still being retried)' },
    { subject: 'successful mail delivery report' },
    { line: "i'm sorry to have to inform you that your message could not" },
    { line: "i'm sorry to have to inform you that the message returned" },
  ],
  layouts: [{ shape: 'paragraph' }],
  delayed: ['it will be retried until it is', 'delayed mail (still being retried)'],
  delivered: ['successful mail delivery report', 'your message was successfully delivered to the destination'],
  reportingMta: ['this is the mail system at host', 'this is the postfix program at host'],
}
