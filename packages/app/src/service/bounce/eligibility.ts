// Whether a message may be bounced: every condition in its order, each with its outcome, what it
// was seen from, and a plain sentence. Pure: facts in, verdict out.

import { checkSender } from './conditions/sender.ts'
import { checkKind } from './conditions/kind.ts'
import { checkLimits } from './conditions/limits.ts'
import type { Finding, Findings, Rules } from './conditions/types.ts'
import type { BounceFacts } from './facts.ts'
import { SHOWN_CHARS_MAX } from './limits.ts'
import {
  CONDITIONS, LIFTABLE_CONDITIONS,
  type Condition, type ConditionName, type Eligibility, type LiftableCondition,
} from './types.ts'

/** `lift` are the conditions that a person sets aside for this message. */
export function judgeEligibility(
  facts: BounceFacts, rules: Rules, lift: readonly LiftableCondition[],
): Eligibility {
  const findings: Findings = {
    ...checkSender(facts, rules), ...checkKind(facts), ...checkLimits(facts, rules),
  }
  const conditions = CONDITIONS.map((name) => toCondition(name, findings[name], lift))
  return { eligible: conditions.every(({ outcome }) => outcome !== 'refused'), conditions }
}

function toCondition(
  name: ConditionName, { met, because, evidence, isFinal = false }: Finding,
  lift: readonly LiftableCondition[],
): Condition {
  const liftable = !isFinal && (LIFTABLE_CONDITIONS as readonly string[]).includes(name)
  const isLifted = liftable && (lift as readonly string[]).includes(name)
  return {
    name, because, liftable,
    outcome: met ? 'met' : isLifted ? 'lifted' : 'refused',
    ...(evidence === undefined ? {} : { evidence: evidence.slice(0, SHOWN_CHARS_MAX) }),
  }
}
