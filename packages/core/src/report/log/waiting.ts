// The last error of everyone that a message still waits for: when its time is up, that is why.

import type { Told } from './item.ts'
import { own } from './joins.ts'
import { JOIN_RECIPIENTS_MAX, KEPT_CHARS_MAX } from './limits.ts'

/** By recipient; the key begins with `<`, as no property of objects does. Plain JSON. */
export type Waiting = Record<string, LastError>

type LastError = {
  line: string
  originalRecipient?: string
  status?: string
  remoteMta?: string
  command?: NonNullable<Told['command']>
  reply?: string
  replyType?: string
}

const LINE_KEPT_CHARS_MAX = 2_000
const TEXTS = ['originalRecipient', 'status', 'remoteMta', 'reply', 'replyType'] as const

/** The key of a recipient. */
export function slotOf(address: string): string {
  return own('<' + address)
}

/** Remembers what was said last about the recipient of `told`. */
export function keepWaiting(waiting: Waiting, told: Told): void {
  const slot = slotOf(told.finalRecipient ?? '')
  const isFull = waiting[slot] === undefined && Object.keys(waiting).length >= JOIN_RECIPIENTS_MAX
  if (isFull) return
  const kept: LastError = { line: own((told.lines.at(-1) ?? '').slice(0, LINE_KEPT_CHARS_MAX)) }
  for (const name of TEXTS) {
    const value = told[name]
    if (value !== undefined) kept[name] = own(value.slice(0, KEPT_CHARS_MAX))
  }
  if (told.command !== undefined) kept.command = told.command
  waiting[slot] = kept
}

/** What is told of a recipient whose time is up, of its last error and the line that says so. */
export function expiredOf(slot: string, last: LastError, base: Told): Told {
  const { line, status, command, replyType, ...error } = last
  return {
    ...base, ...error, status, command, replyType, kind: 'failed', finalRecipient: slot.slice(1),
    comment: base.comment ?? 'message expired: delivery was given up',
    lines: [line, ...base.lines],
  }
}
