// Every cap of the core, with its reason. Over a cap the reader goes on with what it has and notes
// a problem. Those of addresses stand in smtp/limits.ts, since the smtp room imports nothing.

/** Bytes of one message that are looked at; SMTP servers rarely take more (Postfix: 10 MB). */
export const MESSAGE_BYTES_MAX: number = 32 * 1024 * 1024
/** Bytes of one header block (Postfix header_size_limit is 100 kB a field). */
export const HEADER_BYTES_MAX: number = 256 * 1024
/** Fields of one header block. */
export const HEADER_FIELDS_MAX: number = 1_000
/** Bytes of one unfolded field value that are decoded. */
export const FIELD_BYTES_MAX: number = 64 * 1024
/** Depth of nested multiparts and messages (Postfix: 100; real reports: 5). */
export const DEPTH_MAX: number = 20
/** Parts of one message, all levels together. */
export const PARTS_MAX: number = 200
/** Bytes of a boundary; RFC 2046 §5.1.1 allows 70. */
export const BOUNDARY_BYTES_MAX: number = 200
/** Parameters of one Content-Type or Content-Disposition. */
export const PARAMETERS_MAX: number = 100
/** Encoded words decoded in one field. */
export const ENCODED_WORDS_MAX: number = 100
/** Bytes of decoded text looked at in one part. */
export const PART_TEXT_BYTES_MAX: number = 256 * 1024
/** Recipients of one report: a DSN of a huge list would otherwise flood what reads the events. */
export const RECIPIENTS_MAX: number = 1_000
/** Characters of one reply or diagnostic text that are judged; real ones stay under 2,000. */
export const REPLY_CHARS_MAX: number = 4_096
/** Concepts collected from one reply text. */
export const CONCEPTS_MAX: number = 256
/** Messages up to this size are viewed as one string; of larger ones only pieces are. */
export const WHOLE_VIEW_BYTES_MAX: number = 64 * 1024
/** Bytes of a header block that are viewed at first; real ones rarely need the second look. */
export const HEADER_VIEW_BYTES: number = 16 * 1024
/** Bytes of a Content-Type or Content-Disposition whose parameters are read. */
export const PARAMETER_BYTES_MAX: number = 16 * 1024
/** Lines that are searched for a boundary which the Content-Type does not name. */
export const BOUNDARY_SEARCH_BYTES_MAX: number = 64 * 1024
