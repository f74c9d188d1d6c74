// The caps of looking through mailboxes, each with its reason.

/** Characters of a name, subject or address in a list. */
export const LINE_CHARS_MAX: number = 300
/** Characters of the text that is shown. */
export const TEXT_CHARS_MAX: number = 100_000
/** Header fields that are shown, and characters of each. */
export const FIELDS_MAX: number = 200
export const FIELD_CHARS_MAX: number = 2_000
/** Attachments that are named. */
export const ATTACHMENTS_MAX: number = 200
/** Parts of a message that are looked at for attachments. */
export const PARTS_MAX: number = 1_000
/** Lines of lists that are remembered for one account: some 50 MB. */
export const ROWS_KEPT_MAX: number = 50_000
/** Bytes of a Maildir file that are read for its line in the list: nearly every header fits. */
export const LINE_BYTES_MAX: number = 32_768
/** Folders of one account. */
export const FOLDERS_MAX: number = 1_000
/** A connection that nobody asked for so long is closed, in milliseconds. */
export const IDLE_MS: number = 60_000
/** Time for one question to a mail server, in milliseconds. */
export const QUESTION_TIMEOUT_MS: number = 60_000
/** Mailboxes that may be added while the service runs. */
export const MAILBOXES_MAX: number = 100
/** Marks of one mailbox. */
export const MARKS_MAX: number = 100_000
