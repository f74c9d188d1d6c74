// Message disposition notifications → Report (RFC 8098; also the older RFC 3798 and 2298, and the
// refusals of Sieve, RFC 5429). A receipt says that the message arrived, so it is never a failure.

import { readRecipientAddress } from '../addresses.ts'
import { fieldValue, parseFieldGroups } from '../fields.ts'
import type { Letter } from '../letter.ts'
import { bareMessageId, readOriginal, readReturnedPart } from '../original.ts'
import { returnedPart } from '../parts.ts'
import type { OriginalMessage, RecipientReport, Report } from '../types.ts'

/** Reads the receipt of this message itself; undefined where it is none. */
export function parseMdn(letter: Letter, wanted: readonly string[]): Report | undefined {
  const found = letter.parts.disposition
  if (found === undefined) return undefined
  const fields = parseFieldGroups(found.part.text(), MDN_GROUPS_MAX).flat()
  const recipient: RecipientReport = { kind: 'receipt' }
  for (const [key, name] of ADDRESS_FIELDS) {
    const address = readRecipientAddress(fieldValue(fields, name) ?? '')
    if (address !== undefined) recipient[key] = address
  }
  const report: Report = {
    format: 'mdn',
    recipients: [recipient],
    problems: [],
  }
  const original = readOriginalOf(letter, wanted) ?? {}
  const messageId = bareMessageId(fieldValue(fields, 'original-message-id'))
  if (messageId !== undefined) original.messageId = messageId
  if (Object.keys(original).length > 0) report.original = original
  return report
}

/** Blank lines have no meaning in the part; more than these are noise. */
const MDN_GROUPS_MAX = 10

const ADDRESS_FIELDS = [
  ['originalRecipient', 'original-recipient'],
  ['finalRecipient', 'final-recipient'],
] as const

function readOriginalOf({ parts }: Letter, wanted: readonly string[]): OriginalMessage | undefined {
  const part = returnedPart(parts)
  const header = part === undefined ? undefined : readReturnedPart(part)
  return header === undefined ? undefined : readOriginal(header, wanted)
}
