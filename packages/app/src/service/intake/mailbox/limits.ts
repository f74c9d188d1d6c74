// The caps of reading kept mail, each with its reason. Those of one message are the core's.

/** Bytes of messages that are collected before they are made durable in one commit. */
export const BATCH_BYTES_MAX: number = 4 * 1024 * 1024
/** Messages of one commit: enough to share it, few enough to be seen soon. */
export const BATCH_MESSAGES_MAX: number = 100
/** Messages asked for in one IMAP FETCH; a lost connection costs no more than these again. */
export const WINDOW_MESSAGES_MAX: number = 50
/** Messages that failed this often are looked at alone and rarely, so that others come through. */
export const MESSAGE_ATTEMPTS_MAX: number = 3
/** How long a message that failed is left alone: its trouble is rarely gone in minutes. */
export const MESSAGE_RETRY_MS: number = 60 * 60 * 1000
/** Messages whose move or deletion was refused; above it reading waits until some succeed. */
export const WAITING_MESSAGES_MAX: number = 100_000
/** Bytes beside the message itself that a server may need to frame it. */
export const FRAME_BYTES_MAX: number = 64 * 1024
/** One line of a server: a SEARCH answer holds some three million UIDs of a mailbox. */
export const SERVER_LINE_BYTES_MAX: number = 32 * 1024 * 1024
/** Parts of one response; a FETCH answer has a few dozen. */
export const RESPONSE_TOKENS_MAX: number = 50_000
/** Mailboxes of one account: each has a connection, and Dovecot allows ten of them. */
export const MAILBOXES_MAX: number = 8
/** Bytes of a header block in which a trusted field is looked for (Postfix: 100 kB a field). */
export const HEADER_SEARCH_BYTES_MAX: number = 256 * 1024
/** Folded lines of a trusted field. */
export const FIELD_LINES_MAX: number = 20
/** Characters of an error text that comes from a server and is shown to a person. */
export const PROBLEM_CHARS_MAX: number = 300
/** One line of a POP3 server; RFC 2449 §4 allows 512 octets. */
export const POP3_LINE_BYTES_MAX: number = 8 * 1024
/** Messages of one maildrop that are listed: some 70 MB of UIDL answer. */
export const POP3_MESSAGES_MAX: number = 1_000_000
/** Messages of one POP3 session: deletions become true only at its end. */
export const POP3_SESSION_MESSAGES_MAX: number = 1_000
/** Bytes after which a POP3 message is endless: no server takes in mail of that size. */
export const POP3_BODY_BYTES_MAX: number = 512 * 1024 * 1024
/** Bytes received and not yet read, above which the server has to wait. */
export const RECEIVED_BYTES_MAX: number = 1024 * 1024
/** Files of one Maildir folder that are listed: some 100 MB of names. */
export const MAILDIR_FILES_MAX: number = 1_000_000
/** Bytes of an mbox that are searched for `From ` lines at once. */
export const MBOX_BLOCK_BYTES: number = 1024 * 1024
/** Bytes at the beginning of an mbox that tell it from another one in its place. */
export const MBOX_HEAD_BYTES: number = 256
