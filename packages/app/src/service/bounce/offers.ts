// What is better than a bounce, per message.

import { offerComplaint } from './complaint.ts'
import type { Gathered } from './gather.ts'
import { offerBlock } from './refused-senders.ts'
import { offerUnsubscribe } from './unsubscribe.ts'
import type { Alternative } from './types.ts'

export function findAlternatives({ facts, authentication }: Gathered): readonly Alternative[] {
  const path = facts.returnPath.kind === 'address' ? facts.returnPath.address : undefined
  return [
    offerUnsubscribe(facts.message, authentication), offerComplaint(authentication),
    offerBlock(path),
  ]
}
