// The caps of the log readers, each with its reason.

/** Messages under way that one reader remembers; the oldest are forgotten first. */
export const JOIN_ENTRIES_MAX: number = 65_536
/** Recipients of one message whose last error is kept, until it expires. */
export const JOIN_RECIPIENTS_MAX: number = 1_000
/** Short queue ids of Postfix come again, and no queue keeps mail longer than a week. */
export const JOIN_TTL_MS: number = 7 * 24 * 3_600_000
/** Characters of an error that are kept until a message expires; most are under 300. */
export const KEPT_CHARS_MAX: number = 600
/** Characters of one line that are read and kept: syslog daemons cut at 1,024 to 8,192. */
export const LINE_CHARS_MAX: number = 16_384
/** Characters of an address; RFC 5321 §4.5.3.1 allows 320, quoting doubles them. */
export const ADDRESS_CHARS_MAX: number = 700
/** Columns of a CSV log; Exchange writes 30. */
export const COLUMNS_MAX: number = 256
/** Fields before the status of a line; Postfix writes about 8. */
export const FIELDS_MAX: number = 64
/** How far a stamp without a year may lie ahead of the present: clocks and zones differ. */
export const AHEAD_MS_MAX: number = 24 * 3_600_000
