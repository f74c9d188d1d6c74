// The caps of taking reports in, each with its reason.

/** Bytes that one report may unpack to, some 20,000 records; a bomb has a thousand times that. */
export const REPORT_BYTES_MAX: number = 16 * 1024 * 1024
/** Documents in one archive; reporters put in one. */
export const DOCUMENTS_MAX: number = 20
/** Lines kept of one report, those with most messages; the others are summed up. */
export const LINES_MAX: number = 2_000
/** Reports without proof of their origin that are kept of one day: more is a flood, not mail. */
export const UNPROVEN_PER_DAY_MAX: number = 2_000
/** Groups of equal lines that a summary looks at, those with most messages. */
export const GROUPS_MAX: number = 5_000
/** Sources and failures that a summary lists. */
export const LISTED_MAX: number = 100
/** Reports whose mail is looked at in one turn. */
export const CHECKED_AT_ONCE: number = 20
/** How often a mail is looked at where the DNS does not answer, and after what time: 15 hours. */
export const CHECKS_MAX: number = 8
export const CHECK_AGAIN_MS: number = 7 * 60_000
