// Conditions of how much is sent: once for each message, little to each place, nothing while the
// kill switch is thrown.

import type { History } from '../book.ts'
import type { BounceFacts } from '../facts.ts'
import { met, refused, type Finding, type Findings, type Rules } from './types.ts'

type LimitFindings = Pick<
  Findings, 'once' | 'per-recipient' | 'per-domain' | 'per-day' | 'enabled'
>

export function checkLimits(
  { history }: Pick<BounceFacts, 'history'>, rules: Rules,
): LimitFindings {
  const { perRecipientDay, perDomainHour, perDay } = rules
  return {
    once: checkOnce(history),
    'per-recipient': within(history.toRecipient, perRecipientDay, 'to this address within a day'),
    'per-domain': within(history.toDomain, perDomainHour, 'to this domain within an hour'),
    'per-day': within(history.today, perDay, 'to all within a day'),
    enabled: rules.enabled
      ? met('Bouncing is switched on.')
      : refused('Bouncing is switched off (bounce.enabled).'),
  }
}

function checkOnce({ earlier }: History): Finding {
  if (earlier === undefined) return met('This message was not bounced before.')
  const at = new Date(earlier.at).toISOString()
  return earlier.state === 'unknown'
    ? refused('Whether it was bounced before cannot be told, so it is not bounced again.', at)
    : refused(`This message was bounced before (${earlier.state}).`, at)
}

function within(count: number, most: number, what: string): Finding {
  return count < most
    ? met(`${count} of ${most} were sent ${what}.`)
    : refused(`${count} were sent ${what}; ${most} are allowed.`)
}
