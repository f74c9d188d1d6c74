// What a condition finds.

import type { BounceOptions } from '../options.ts'
import type { ConditionName } from '../types.ts'

export type Finding = {
  readonly met: boolean
  readonly because: string
  readonly evidence?: string
  /** So bad that nobody may lift it. */
  readonly isFinal?: boolean
}

export type Findings = Readonly<Record<ConditionName, Finding>>

export type Rules = Pick<
  BounceOptions, 'enabled' | 'ageHoursMax' | 'perRecipientDay' | 'perDomainHour' | 'perDay'
>

export function met(because: string, evidence?: string): Finding {
  return { met: true, because, ...(evidence === undefined ? {} : { evidence }) }
}

export function refused(because: string, evidence?: string): Finding {
  return { met: false, because, ...(evidence === undefined ? {} : { evidence }) }
}
