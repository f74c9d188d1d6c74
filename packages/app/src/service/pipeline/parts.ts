// Cuts what was judged into pieces that one transaction takes in good time.

import type { JudgedItem } from './judged.ts'

/**
 * Events of one transaction, but for a single input that has more: others that want to write, such
 * as intakes before they acknowledge, wait for it.
 */
const EVENTS_AT_ONCE = 500
/** So many deliveries of a log cost what one event does. */
const DELIVERIES_PER_EVENT = 8

export function inParts(judged: readonly JudgedItem[]): readonly (readonly JudgedItem[])[] {
  const parts: JudgedItem[][] = []
  let events = EVENTS_AT_ONCE
  for (const item of judged) {
    if (events >= EVENTS_AT_ONCE) {
      parts.push([])
      events = 0
    }
    parts.at(-1)?.push(item)
    const { events: judgedEvents, deliveries = [] } = item.output
    events += Math.max(1, judgedEvents.length + deliveries.length / DELIVERIES_PER_EVENT)
  }
  return parts
}
