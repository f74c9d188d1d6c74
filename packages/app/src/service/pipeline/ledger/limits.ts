// Limits that mailbox providers and sending platforms draw, and where each is written.

import type { Limit } from '../../http/rows-of-views.ts'

const GMAIL = 'https://support.google.com/a/answer/81126'
const YAHOO = 'https://senders.yahooinc.com/best-practices/'
const SES = 'https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html'

/** Rates are shares, 0.003 for 0.3 %. */
export const LIMITS: readonly Limit[] = [
  {
    id: 'gmail-complaint-goal', who: 'Gmail', measure: 'complaint', level: 'goal', rate: 0.001,
    says: 'Keep the spam rate that Postmaster Tools shows below 0.1 %.', source: GMAIL,
  },
  {
    id: 'gmail-complaint-stop', who: 'Gmail', measure: 'complaint', level: 'stop', rate: 0.003,
    says: 'From 0.3 % on mail goes to spam or is refused, and nobody helps before it is below ' +
      'for seven days. Gmail counts by day, among its own users alone.', source: GMAIL,
  },
  {
    id: 'yahoo-complaint-stop', who: 'Yahoo', measure: 'complaint', level: 'stop', rate: 0.003,
    says: 'Keep the spam rate below 0.3 %. Yahoo counts what reached the inbox.', source: YAHOO,
  },
  {
    id: 'ses-bounce-warning', who: 'Amazon SES', measure: 'invalid', level: 'warning', rate: 0.05,
    says: 'From 5 % hard bounces on the account is put under review.', source: SES,
  },
  {
    id: 'ses-bounce-stop', who: 'Amazon SES', measure: 'invalid', level: 'stop', rate: 0.1,
    says: 'From 10 % hard bounces on sending may be paused.', source: SES,
  },
  {
    id: 'ses-complaint-warning', who: 'Amazon SES', measure: 'complaint', level: 'warning',
    rate: 0.001, says: 'From 0.1 % on the account is put under review.', source: SES,
  },
  {
    id: 'ses-complaint-stop', who: 'Amazon SES', measure: 'complaint', level: 'stop', rate: 0.005,
    says: 'From 0.5 % on sending may be paused.', source: SES,
  },
]

/** From this share of a limit on it is near. */
export const NEAR = 0.7
