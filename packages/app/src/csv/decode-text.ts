// Text of tables in whatever encoding spreadsheets wrote it, as its bytes come: UTF-8, UTF-16 with
// a mark at its beginning, else Windows-1252; and the sign that separates the cells.

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Text of the bytes as they come; without any, what is left at the end. */
export function createDecoder(): (chunk?: Uint8Array) => string {
  const reader = new TextReader()
  return (chunk) => chunk === undefined ? reader.end() : reader.take(chunk)
}

class TextReader {
  #decoder: TextDecoder | undefined
  /** Until here all would be the same in both of UTF-8 and Windows-1252. */
  #isUndecided = true
  /** Bytes of a character of UTF-8 whose end has not come yet. */
  #held: Uint8Array = NOTHING

  take(chunk: Uint8Array): string {
    const isMarked = this.#decoder === undefined && hasUtf8Mark(chunk)
    if (isMarked) this.#isUndecided = false
    return this.#decode(isMarked ? chunk.subarray(3) : chunk)
  }

  #decode(chunk: Uint8Array): string {
    const decoder = this.#decoder ??= decoderFor(chunk)
    if (!decoder.fatal) return decoder.decode(chunk, { stream: true })
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    const whole = bytes.subarray(0, bytes.length - cutBytes(bytes))
    try {
      const text = decoder.decode(whole)
      this.#isUndecided &&= text.length === whole.length
      this.#held = bytes.slice(whole.length)
      return text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      this.#decoder = new TextDecoder(this.#isUndecided ? 'windows-1252' : 'utf-8')
      return this.#decoder.decode(bytes, { stream: true })
    }
  }

  end(): string {
    const rest = this.#held.length === 0 || this.#decoder?.fatal !== true ? ''
      : new TextDecoder(this.#isUndecided ? 'windows-1252' : 'utf-8').decode(this.#held)
    return rest + (this.#decoder?.fatal === false ? this.#decoder.decode() : '')
  }
}

const NOTHING = new Uint8Array()

function hasUtf8Mark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf
}

/** Fatal where it may turn out to be wrong. */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
}

/** How many bytes at the end begin a character of UTF-8 and do not finish it. */
function cutBytes(bytes: Uint8Array): number {
  for (let n = 1; n < 4 && n <= bytes.length; n++) {
    const byte = bytes[bytes.length - n] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return n < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? n : 0
  }
  return 0
}

/** The sign that the first line has most of. */
export function findDelimiter(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  return DELIMITERS.reduce<string>((best, one) =>
    first.split(one).length > first.split(best).length ? one : best, ',')
}
