// The caps of bouncing, each with its reason.

/** Servers that a message may have passed (ZoneMTA takes more for a loop). */
export const HOPS_MAX: number = 25
/** Signatures that are checked: each costs a look-up; real mail has one to three. */
export const SIGNATURES_MAX: number = 10
/** Time for all look-ups of one message, in milliseconds. */
export const AUTHENTICATE_TIMEOUT_MS: number = 20_000
/** Characters of an Authentication-Results field that are read. */
export const RESULTS_CHARS_MAX: number = 10_000
/** Results of one such field. */
export const RESULTS_MAX: number = 50
/** Bytes that are searched for marks of our own bounces: a bounce of ours is smaller. */
export const TOKEN_SEARCH_BYTES_MAX: number = 1_000_000
/** Marks of which it is checked whether they are ours. */
export const TOKENS_MAX: number = 200
/** Parts of a message whose header is searched for such marks. */
export const TOKEN_PARTS_MAX: number = 100
/** Clocks of two servers may differ by this much, in milliseconds. */
export const CLOCK_SKEW_MS: number = 3_600_000
/** Older mail is never bounced, whatever the settings say: the sender knows by then. */
export const AGE_HOURS_MAX: number = 120
/** Messages of one request. */
export const MESSAGES_MAX: number = 200
/** Messages whose signatures are looked up at once. */
export const GATHER_AT_ONCE: number = 8
/** Characters of evidence, answers of servers, subjects that are shown. */
export const SHOWN_CHARS_MAX: number = 300
/** A plan may be carried out as it was shown for this long, in milliseconds. */
export const PLAN_VALID_MS: number = 3_600_000
