// Amazon SES, also its notifications through SNS as JSON.

import type { ReporterRules } from './types.ts'

export const amazonses: ReporterRules = {
  id: 'amazonses',
  marks: [
    { from: 'amazonses.com' },
    { header: 'x-ses-outgoing' },
    { from: 'sns.amazonaws.com', line: 'type" : "notification' },
    { header: 'x-amz-sns-message-id' },
    { line: 'notificationtype":"bounce' },
    { line: 'the following message to', header: 'x-aws-outgoing' },
  ],
  failed: ['notificationtype":"bounce', 'notificationtype\\":\\"bounce', 'notificationtype" : "bounce', 'eventtype":"bounce', 'eventtype\\":\\"bounce'],
  layouts: [{ shape: 'json', recipient: 'emailAddress', reply: 'diagnosticCode' }],
  reply: ['the reason for the problem', 'technical report'],
}
