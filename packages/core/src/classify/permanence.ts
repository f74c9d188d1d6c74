// What the server claimed: the reply's class decides, the enhanced code only where there is no
// reply (C1), words only where there is neither.

import type { Permanence, Reason } from '../rules/types.ts'
import type { EnhancedCode } from '../smtp/enhanced-code.ts'
import { understand, type Reader } from './signals.ts'

/** Reasons that say by themselves that it may work later. */
const PASSING: ReadonlySet<Reason> = new Set<Reason>([
  'greylisted', 'dns-failure', 'mailbox-busy', 'server-busy',
])

export function permanenceOf(
  replyCode: number | undefined, enhancedCode: EnhancedCode | undefined,
): Permanence {
  const first = replyCode === undefined ? enhancedCode?.class : Math.floor(replyCode / 100)
  return first === 5 ? 'permanent' : first === 4 ? 'transient' : 'unknown'
}

/** Permanence of a reply without codes. */
export function spokenPermanence(reader: Reader, reason: Reason): Permanence {
  understand(reader)
  const { concepts, compiled: { concepts: { names } } } = reader
  let spoken: Permanence = PASSING.has(reason) ? 'transient' : 'unknown'
  // The innermost statement stands last: "permanent failure: TEMP_FAILURE: …".
  for (let i = 0; i < concepts.count; i++) {
    const name = names[concepts.concept[i] as number]
    if (name === 'permanent') spoken = 'permanent'
    else if (name === 'temporary') spoken = 'transient'
  }
  return spoken
}
