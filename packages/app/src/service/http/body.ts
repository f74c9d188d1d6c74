// Bodies of requests: read within their limits, as bytes, JSON or lines.

import { createDecoder } from '../../csv/decode-text.ts'
import { Problem } from './problems.ts'

/** A longer line of NDJSON or CSV is none. */
const LINE_CHARS_MAX = 1_048_576
/** Nothing that the API takes is half as deep; what is far deeper overflows whoever writes it. */
const JSON_LEVELS_MAX = 64

/** @throws Problem `body-too-large` as soon as it is */
export async function readBytes(request: Request, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readChunks(request, bytesMax)) chunks.push(chunk)
  return chunks.length === 1 ? chunks[0] as Uint8Array : Buffer.concat(chunks)
}

/** The same for a body that may come packed; who asked unpacks it. */
export async function readPacked(request: Request, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of readWithin(request, bytesMax)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export async function* readChunks(request: Request, bytesMax: number): AsyncGenerator<Uint8Array> {
  if (request.headers.has('content-encoding')) {
    throw new Problem('media-type-unsupported', { detail: 'Send it without Content-Encoding.' })
  }
  yield* readWithin(request, bytesMax)
}

async function* readWithin(request: Request, bytesMax: number): AsyncGenerator<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  const tooLarge = new Problem('body-too-large', {
    detail: `${bytesMax} bytes are allowed.`,
  })
  if (declared > bytesMax) throw tooLarge
  if (request.body === null) return
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > bytesMax) throw tooLarge
    yield chunk
  }
}

/** @throws Problem `media-type-unsupported` or `json-invalid` */
export function parseJson(contentType: string | null, bytes: Uint8Array): unknown {
  // A web page can send text/plain to other sites without asking, JSON it cannot (T27).
  if (!/^application\/(?:[\w.-]{1,60}\+)?json *(?:;|$)/i.test(contentType ?? '')) {
    throw new Problem('media-type-unsupported', { detail: 'Send application/json.' })
  }
  if (isDeep(bytes)) {
    throw new Problem('json-invalid', { detail: `More than ${JSON_LEVELS_MAX} levels deep.` })
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    throw new Problem('json-invalid', { detail: error.message })
  }
}

/** Objects and lists within each other beyond the limit; brackets within texts are none. */
function isDeep(bytes: Uint8Array): boolean {
  let [level, isText] = [0, false]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === QUOTE) isText = !isText
    else if (isText) i += byte === BACKSLASH ? 1 : 0
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++level > JSON_LEVELS_MAX) return true
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) level--
  }
  return false
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/** The type without its parameters, in lower case. */
export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Lines without their ends, in whatever encoding; the last one may have none. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decode = createDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decode(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LINE_CHARS_MAX) {
      throw new Problem('request-invalid', { detail: 'A line is longer than a megabyte.' })
    }
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  rest += decode()
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest
}
