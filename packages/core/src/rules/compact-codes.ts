// The table "550 Hard Other or undefined protocol status, 551 Hard Invalid command …" that goes
// round on the web: RFC 3463's codes 5.y.z without their dots, none of them a reply code of SMTP.

import { registeredCode } from './enhanced-codes.ts'

export type CompactCode = {
  /** `552`, as the table has it. */
  readonly compact: number
  /** `5.5.2`, what it stands for. */
  readonly enhanced: string
  /** The table's words. */
  readonly name: string
  /** The table's opinion. */
  readonly bounceType: 'hard' | 'soft'
}

/** Where the table comes from and where it is copied. */
export const COMPACT_TABLE_ORIGIN: string =
  'It is the list of RFC 1893, today RFC 3463, with the dots taken out. Martech Zone published it '
  + 'as "Soft Bounce and Hard Bounce Code Lookup"; help pages of several mailing tools copy it.'

/** Subject → its last detail in the table; 5.1 begins with detail 0 as all do. */
const DETAILS_MAX: readonly number[] = [0, 8, 4, 4, 7, 5, 5, 7]
const SOFT: ReadonlySet<number> = new Set([520, 521, 522, 531, 545, 553])
/** Names that the table has from RFC 1893 or from elsewhere. */
const NAMES: Readonly<Record<number, string>> = {
  500: 'Address does not exist',
  515: 'Destination mailbox address valid',
  516: 'Mailbox has moved',
  520: 'Other or undefined mailbox status',
  543: 'Routing server failure',
  545: 'Network congestion',
  573: 'Security conversion required but not possible',
}

export const COMPACT_CODES: readonly CompactCode[] = DETAILS_MAX.flatMap((last, subject) =>
  Array.from({ length: last + 1 }, (_, detail): CompactCode => {
    const compact = 500 + subject * 10 + detail
    return {
      compact,
      enhanced: `5.${subject}.${detail}`,
      name: NAMES[compact] ?? registeredCode(subject, detail)?.name ?? '',
      bounceType: SOFT.has(compact) ? 'soft' : 'hard',
    }
  }))

/** The reply codes that stand in the same table; those are what they seem to be. */
export const COMPACT_TABLE_TRANSIENT: readonly number[] = [421, 450, 451, 452]

const BY_COMPACT: ReadonlyMap<number, CompactCode> = new Map(
  COMPACT_CODES.map((row) => [row.compact, row]),
)

export function compactCode(code: number): CompactCode | undefined {
  return BY_COMPACT.get(code)
}
