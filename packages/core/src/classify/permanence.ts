// What the server claimed: the reply's class decides, the enhanced code only where there is no reply (C1).

import type { Permanence } from '../rules/types.ts'
import type { EnhancedCode } from '../smtp/enhanced-code.ts'

export function permanenceOf(
  replyCode: number | undefined, enhancedCode: EnhancedCode | undefined,
): Permanence {
  const first = replyCode === undefined ? enhancedCode?.class : Math.floor(replyCode / 100)
  return first === 5 ? 'permanent' : first === 4 ? 'transient' : 'unknown'
}
