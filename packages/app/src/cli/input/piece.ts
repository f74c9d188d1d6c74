// Pieces of input: each is read and judged as a whole, by this thread or by a worker, and its lines
// come out together, in the order of the pieces.

export type Piece =
  | FilesPiece
  | RangePiece
  | MessagesPiece
  | { readonly kind: 'failure'; readonly file: string; readonly reason: string }
  /** A large file of a folder that does not look like mail. */
  | { readonly kind: 'skipped' }

/** Small files, read whole. */
export type FilesPiece = {
  readonly kind: 'files'
  readonly files: readonly FileToRead[]
  readonly bytes: number
}

/** `isNamed`: typed itself, so it is read whatever it looks like. */
export type FileToRead = { readonly file: string; readonly isNamed: boolean }

/** The messages of an mbox whose `From ` lines begin in `[from, to)`. */
export type RangePiece = {
  readonly kind: 'range'
  readonly file: string
  readonly from: number
  readonly to: number
  /** Which range of the file it is, from 0. */
  readonly number: number
  /**
   * Shared by all ranges of the file: how many messages begin before range `i`; -1 while unknown.
   * Each range counts its own before it judges them, so that the next can number its messages.
   */
  readonly firstIndexes: Int32Array<SharedArrayBuffer>
  readonly bytes: number
}

/** Bytes of a stream: one message, or whole messages of an mbox from a `From ` line on. */
export type MessagesPiece = {
  readonly kind: 'messages'
  readonly file: string
  readonly content: Uint8Array<ArrayBuffer>
  /** Number of the first message in the mbox, from 0; undefined where it is no mbox. */
  readonly firstIndex: number | undefined
  readonly bytes: number
}
