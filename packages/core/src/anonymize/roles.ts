// Whose words a message and each of its parts hold: those of a report, of mail that is none, or of
// the returned message. Follows what the readers of reports look at.

import type { Message, MessagePart } from '../message/types.ts'
import { readOwnReport, readReport } from '../report/read.ts'
import type { HeaderRole } from './header.ts'

/** A message that reports something keeps its words; every other one is private. */
export function roleOf(message: MessagePart): HeaderRole {
  const report = readOwnReport(message)
  return report === undefined || report.format === 'notice' ? 'ordinary' : 'report'
}

/**
 * A report attached to ordinary mail is read as a report, at any depth; anything else was returned.
 */
export function childRole(parent: MessagePart, child: MessagePart, role: HeaderRole): HeaderRole {
  if (role !== 'ordinary' || !/^message\/(?:rfc822|global)$/.test(parent.type)) return 'returned'
  const own = roleOf(child)
  return own === 'report' || readReport(child as Message) !== undefined ? own : 'returned'
}

const MACHINE =
  /^[a-z]+\/(?:x-|global-)?(?:delivery-status|feedback-report|disposition-notification)$/
/** Text that holds a delivery status, whatever its type says. */
const STATUS_START =
  /^(?:reporting-mta|received-from-mta|final-recipient|original-recipient)[ \t]*:/im

/**
 * Texts of a report that no reader takes for its human part: those behind the machine part or,
 * where there is none, behind the first text. They are the returned message, or an advertisement.
 */
export function findReturnedTexts(report: MessagePart): ReadonlySet<MessagePart> {
  const leaves = leafParts(report)
  const machine = leaves.findIndex(({ type }) => MACHINE.test(type))
  const first = leaves.findIndex(
    (leaf) => leaf.type.startsWith('text/') && leaf.text().trim() !== '',
  )
  const from = machine >= 0 && first >= 0 && first < machine ? machine : first
  const shown = leaves[from]
  return new Set(
    leaves
      .slice(from + 1)
      .filter(
        (leaf) =>
          /^text\/(?:plain|html|enriched)$/.test(leaf.type) &&
          !areAlternatives(report, shown, leaf) &&
          !STATUS_START.test(leaf.text()),
      ),
  )
}

function leafParts(part: MessagePart): MessagePart[] {
  if (part.parts.length === 0) return [part]
  return part.type.startsWith('multipart/') ? part.parts.flatMap(leafParts) : [part]
}

/** True where both stand in one multipart/alternative: they say the same. */
function areAlternatives(
  root: MessagePart,
  one: MessagePart | undefined,
  other: MessagePart,
): boolean {
  if (!root.type.startsWith('multipart/')) return false
  const inside = root.parts.find((part) => leafParts(part).includes(other))
  if (one === undefined || inside === undefined || !leafParts(root).includes(one)) return false
  return root.type === 'multipart/alternative' || areAlternatives(inside, one, other)
}
