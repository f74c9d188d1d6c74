// Exim, all versions; addresses two spaces in, their texts four.

import type { ReporterRules } from './types.ts'

export const exim: ReporterRules = {
  id: 'exim',
  marks: [
    { line: 'this message was created automatically by mail delivery software' },
    { line: 'a message that you sent could not be delivered to one or more of its', header: 'x-failed-recipients' },
    { header: 'x-failed-recipients', subject: 'mail delivery failed' },
    { subject: 'mail delivery failed: returning message to sender' },
    { line: 'a message that you sent contained one or more recipient addresses that were' },
    { subject: 'mail failure - ' },
    { line: 'a message that you sent has not yet been delivered' },
  ],
  layouts: [
    {
      shape: 'indented',
      after: [
        'following address(es) failed', 'following addresses failed', 'address(es) failed', 'following address failed', 'has not yet been delivered is', 'have not yet been delivered are',
        'not yet been delivered are', 'not yet been delivered is', 'incorrectly constructed', 'could not be delivered to', 'could not be delivered to all of its recipients',
      ],
      local: true,
    },
  ],
  failed: ['one or more recipient addresses that were incorrectly constructed', 'could not be delivered to one or more of its recipients'],
  delayed: ['has not yet been delivered to one or more of its recipients', 'delivery attempts will continue for some time', 'message frozen'],
  original: ['this is a copy of the message', 'this is a copy of your message', 'the body of the message is'],
}
