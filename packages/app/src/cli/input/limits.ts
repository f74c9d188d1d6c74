// The caps and sizes of reading input, each with its reason. Those of one message are the core's.

/** Bytes of an mbox or a stream that are judged as one piece: some 30 ms of work for a worker. */
export const PIECE_BYTES: number = 1024 * 1024
/** Files that are judged as one piece. */
export const PIECE_FILES_MAX: number = 64
/**
 * Larger files are looked at before they are handed on: an mbox is split, a packed one is streamed.
 */
export const WHOLE_FILE_BYTES_MAX: number = 1024 * 1024
/** What a small packed file may unpack to: mail packs to a tenth, a bomb to a thousandth. */
export const UNPACKED_BYTES_MAX: number = 64 * 1024 * 1024
/** Input from which workers pay for their start (a tenth of a second each). */
export const WORKERS_FROM_BYTES: number = 8 * 1024 * 1024
export const WORKERS_FROM_FILES: number = 1_000
/** Bytes of a file that say what it is. */
export const SNIFF_BYTES: number = 8 * 1024
/** Folders within folders; deeper ones are a mistake or a trap. */
export const FOLDER_DEPTH_MAX: number = 64
