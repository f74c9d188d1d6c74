// Conditions of what kind of message it is: written by a person to a person, and no answer, report,
// list mail or echo of our own (RFC 3834, RFC 5321 §6).

import type { RefusalCode } from '@carom/core'
import type { BounceFacts } from '../facts.ts'
import { HOPS_MAX } from '../limits.ts'
import { met, refused, type Finding, type Findings } from './types.ts'

type KindFindings = Pick<
  Findings, 'automatic' | 'bulk' | 'list' | 'responses-unwanted' | 'report' | 'loop' |
  'mail-system' | 'no-reply' | 'hops' | 'spam' | 'own-bounce'
>

export function checkKind(facts: BounceFacts): KindFindings {
  const { listSign, spamSign, hops, ownToken } = facts
  const list = unless(facts, 'list-mail', 'It did not come over a mailing list.')
  return {
    automatic: unless(facts, 'automatic', 'It was not made by a machine.'),
    bulk: unless(facts, 'bulk-mail', 'It does not say that it is bulk mail.'),
    list: list.met && listSign !== undefined
      ? refused('It went to many: a list or campaign sent it.', listSign) : list,
    'responses-unwanted': unless(
      facts, 'responses-unwanted', 'It does not ask to be left without answers.'),
    report: unless(facts, 'report', 'It is not a bounce, receipt or other report itself.'),
    loop: unless(facts, 'loop', 'It does not go in circles.'),
    'mail-system': unless(facts, 'daemon-sender', 'Its sender is not a mail system.'),
    'no-reply': unless(facts, 'no-reply-sender', 'Its sender does not ask to be left alone.'),
    hops: hops <= HOPS_MAX
      ? met(`It passed ${hops} ${hops === 1 ? 'server' : 'servers'}.`)
      : refused(`It passed ${hops} servers, more than ${HOPS_MAX}: it may go in circles.`),
    spam: spamSign === undefined
      ? met('No filter called it spam.')
      : refused('A filter called it spam: its sender is likely to be forged.', spamSign),
    'own-bounce': ownToken === undefined
      ? met('It did not come of one of our own bounces.')
      : refused('It came of one of our own bounces.', ownToken),
  }
}

function unless({ refusals }: BounceFacts, code: RefusalCode, otherwise: string): Finding {
  const refusal = refusals.find((one) => one.code === code)
  return refusal === undefined ? met(otherwise) : refused(refusal.because)
}
