// What is known of those who write bounces, read from its packed form when it is first asked for.

import { readText } from '../../text/read-text.ts'
import { readCompact } from '../compact.ts'
import type * as Notices from './languages/notices.ts'
import { PACKED_NOTICES } from './languages/packed-notices.ts'
import { PACKED_STATEMENTS } from './languages/packed-statements.ts'
import { PACKED_WORDINGS } from './languages/packed.ts'
import { PACKED_REPORTERS } from './packed.ts'
import type * as Statements from './languages/statements.ts'
import type { ReporterRules, ReportWording } from './types.ts'

let rules: readonly ReporterRules[] | undefined
let languages: readonly ReportWording[] | undefined
let notices: typeof Notices | undefined
let statements: typeof Statements | undefined

/** In the order in which their marks count. */
export function reporters(): readonly ReporterRules[] {
  return rules ??=
    readCompact(readText(PACKED_REPORTERS)) as unknown as readonly ReporterRules[]
}

/** What bounces say, a language after the other. */
export function wordings(): readonly ReportWording[] {
  return languages ??= readCompact(PACKED_WORDINGS) as unknown as readonly ReportWording[]
}

/** By what automatic messages that are no bounces give themselves away. */
export function noticeWords(): typeof Notices {
  return notices ??= readCompact(PACKED_NOTICES) as unknown as typeof Notices
}

/** Of what sentences are made that say a message did not arrive. */
export function statementWords(): typeof Statements {
  return statements ??= readCompact(PACKED_STATEMENTS) as unknown as typeof Statements
}
