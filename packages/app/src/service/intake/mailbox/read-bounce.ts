// Whether a message reports something about mail that was sent: only such are ever touched.

import { createEngine } from '@carom/core'
import type { CaromEvent, Engine } from '@carom/core'
import { readReportMessage } from '../../reports/read.ts'

/** An answer, a receipt or a list's notice is a person's mail; a mailbox keeps it untouched. */
const NO_BOUNCES: ReadonlySet<CaromEvent['kind']> = new Set<CaromEvent['kind']>([
  'auto-reply', 'challenge', 'receipt', 'list-notice',
])

let engine: Engine | undefined

/**
 * The check that an intake makes before it moves or deletes anything. One engine serves all, made
 * when the first message comes.
 */
export function readsAsBounce(bytes: Uint8Array): boolean {
  if (readReportMessage(bytes) !== undefined) return true
  engine ??= createEngine()
  return engine.readMessage(bytes).events.some(({ kind }) => !NO_BOUNCES.has(kind))
}
