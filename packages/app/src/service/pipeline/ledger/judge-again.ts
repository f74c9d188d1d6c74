// One event judged again by the rules of now: before and after, and nothing is stored.

import type { CaromEvent } from '@carom/core'
import type { JudgedAgain, VerdictSight } from '../../http/rows-of-views.ts'
import { judgeInputs, type ReclassifyDeps } from './reclassify.ts'
import { readEvent } from './reads.ts'
import { sharedEngine } from './rule-bench.ts'

export async function judgeAgain(
  deps: ReclassifyDeps, tenant: string, id: string,
): Promise<JudgedAgain | undefined> {
  const row = await readEvent(deps.store, tenant, id)
  if (row === undefined) return undefined
  const [judged] = await judgeInputs(deps, [row.inboxId])
  if (judged === undefined) return { kind: 'not-kept' }
  const { events } = judged.output
  const after = events.find((event) => event.id === id)
    ?? events.find(({ recipient, kind }) =>
      recipient === row.event.recipient && kind === row.event.kind)
  const before = sightOf(row.event)
  return {
    kind: 'judged', before, candidates: candidatesOf(after ?? row.event),
    isChanged: after?.reason !== before.reason || after.remedy !== before.remedy
      || after.permanence !== before.permanence,
    ...(after === undefined ? {} : { after: sightOf(after) }),
  }
}

function candidatesOf(
  { diagnostic, replyCode, enhancedCode, command, remoteMta, kind }: CaromEvent,
) {
  if (diagnostic === undefined) return []
  return sharedEngine().explain({
    text: diagnostic, replyCode, enhancedCode, command, host: remoteMta, failed: kind === 'failed',
  }).candidates
}

function sightOf(
  { reason, permanence, remedy, scope, confidence, because, diagnostic }: CaromEvent,
): VerdictSight {
  return {
    reason, permanence, remedy, scope, confidence, because,
    ...(diagnostic === undefined ? {} : { diagnostic }),
  }
}
