// What a person's decision does to the state of an address.

import { formatMoment } from './duration.ts'
import { addStep, release, resetMeters, seenStatus } from './machine.ts'
import type { Machine } from './machine.ts'
import type { ManualEntry } from './types.ts'

export function applyEntry(machine: Machine, entry: ManualEntry): void {
  if (entry.do === 'suppress') block(machine, entry)
  else lift(machine, entry)
}

function block(machine: Machine, { at, by, until = Infinity, reason, note }: ManualEntry): void {
  if (until <= at) return
  const from = seenStatus(machine)
  machine.manual = { since: at, until, reason: reason ?? 'manual' }
  const end = until === Infinity ? 'until lifted' : `until ${formatMoment(until)}`
  addStep(machine, from, {
    at, incidents: [], actions: ['manual'],
    why: `Suppressed by ${by} ${end}${because(reason, note)}`,
  })
}

/** A person's lift ends whatever holds and starts afresh. */
function lift(machine: Machine, { at, by, reason, note }: ManualEntry): void {
  const from = seenStatus(machine)
  machine.manual = undefined
  machine.complained = false
  machine.unsubscribed = false
  resetMeters(machine)
  const why = `Lifted by ${by}${because(reason, note)}`
  if (machine.status === 'active') addStep(machine, from, { at, incidents: [], why })
  else release(machine, { at, incidents: [], why }, from)
}

function because(reason: string | undefined, note: string | undefined): string {
  const words = [reason, note].filter((text) => text !== undefined && text !== '')
  return words.length === 0 ? '' : `: ${words.join(', ')}`
}
