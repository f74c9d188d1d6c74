// A reason with everything a person asks of it: hard or soft, whose fault, what to do now.

import { reasonFact, type Fault } from '../rules/reasons.ts'
import type { Permanence, Reason, Verdict } from '../rules/types.ts'
import type { Judgement } from './types.ts'

const WHOSE: Readonly<Record<Fault, string>> = {
  recipient: 'The recipient\'s side: the address or its owner. Nothing is broken on yours.',
  sender: 'Yours: the server, domain or account that sends. The address is good.',
  content: 'Yours: the message itself. The address is good.',
  network: 'The network or the DNS between the two servers.',
  receiver: 'The receiving server\'s.',
  none: 'Nobody\'s.',
}

const UNKNOWN_ADVICE =
  'Read the words behind the code, and keep the address until they say that it is bad.'

const AGAINST_CODE = 'The code says that this may pass, but the words leave no doubt. '

const WORDS_DECIDE = ' Words that say the same beyond doubt make it hard.'

/** Less than this, a code alone takes no address off a list. */
const SUPPRESS_TRUST_MIN = 0.5

/** What a code says that stands for `reason`; with doubt, no address is given up for it. */
export function judgeCode(reason: Reason, permanence: Permanence, trust?: number): Judgement {
  const fact = reasonFact(reason)
  const isSure = permanence === 'permanent' && (trust ?? 1) >= SUPPRESS_TRUST_MIN
  const isHeld = fact.remedy === 'suppress' && !isSure
  const remedy = isHeld ? 'retry' : fact.remedy
  return {
    ...shared(reason, permanence),
    remedy,
    bounceType: remedy === 'none' ? null : remedy === 'suppress' ? 'hard' : 'soft',
    advice: isHeld ? heldAdvice(permanence) + WORDS_DECIDE
      : reason === 'unknown' ? UNKNOWN_ADVICE : fact.advice,
    ...(trust === undefined ? {} : { trust }),
  }
}

/** What a verdict says. */
export function judgeVerdict(verdict: Verdict): Judgement {
  const { reason, permanence, remedy, bounceType, scope } = verdict
  const fact = reasonFact(reason)
  const isHeld = fact.remedy === 'suppress' && remedy === 'retry'
  const isAgainstCode = remedy === 'suppress' && permanence === 'transient'
  return {
    ...shared(reason, permanence),
    scope, remedy, bounceType,
    advice: isHeld ? heldAdvice(permanence) : (isAgainstCode ? AGAINST_CODE : '') + fact.advice,
  }
}

function shared(
  reason: Reason, permanence: Permanence,
): Pick<Judgement, 'reason' | 'title' | 'meaning' | 'permanence' | 'scope' | 'fault' | 'whose'> {
  const { title, meaning, scope, fault } = reasonFact(reason)
  const whose = reason === 'unknown' ? 'Not said.' : WHOSE[fault]
  return { reason, title, meaning, permanence, scope, fault, whose }
}

function heldAdvice(permanence: Permanence): string {
  return permanence === 'transient'
    ? 'Keep the address and try again: the server says that this may pass. Give it up when it '
      + 'repeats.'
    : 'Keep the address for now; a second bounce would decide.'
}
