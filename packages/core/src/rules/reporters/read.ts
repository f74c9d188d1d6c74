// What is known of those who write bounces, read from its packed form when it is first asked for.

import { readCompact } from '../compact.ts'
import { PACKED_WORDINGS } from './languages/packed.ts'
import { PACKED_REPORTERS } from './packed.ts'
import type { ReporterRules, ReportWording } from './types.ts'

let rules: readonly ReporterRules[] | undefined
let languages: readonly ReportWording[] | undefined

/** In the order in which their marks count. */
export function reporters(): readonly ReporterRules[] {
  return rules ??= readCompact(PACKED_REPORTERS) as unknown as readonly ReporterRules[]
}

/** What bounces say, a language after the other. */
export function wordings(): readonly ReportWording[] {
  return languages ??= readCompact(PACKED_WORDINGS) as unknown as readonly ReportWording[]
}
