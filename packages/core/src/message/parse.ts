// Bytes → message: a lazy tree (RFC 5322, RFC 2045–2046, RFC 6522). Never throws on input; what was
// damaged or cut is noted in `problems`.

import {
  BOUNDARY_BYTES_MAX, DEPTH_MAX, HEADER_VIEW_BYTES, MESSAGE_BYTES_MAX, PARTS_MAX,
} from '../text/limits.ts'
import { decodeUtf16, hasUtf16Mark } from '../text/bytes.ts'
import { noteProblem } from '../text/problems.ts'
import { readBody } from './body.ts'
import type { Body } from './body.ts'
import { recoverBoundary, splitParts } from './boundary.ts'
import { fieldNameEnd, isMboxLine, scanHeaderBlock } from './header-block.ts'
import { readMboxSender } from './mbox.ts'
import { holdsMessage, isMultipart } from './media-type.ts'
import { Part } from './part.ts'
import type { Place, Tree } from './part.ts'
import { openSource, viewRange } from './source.ts'
import type { Source } from './source.ts'
import type { Message } from './types.ts'

const LF = 10
const CR = 13
const SPACE = 32
const TAB = 9

/** Parses one message. Nothing is read beyond the header positions until it is asked for. */
export function parseMessage(bytes: Uint8Array): Message {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('parseMessage wants a Uint8Array')
  const tree: Tree = { problems: [], partsMade: 0, readParts }
  let input = bytes
  if (input.length > MESSAGE_BYTES_MAX) {
    noteProblem(tree.problems, 'message-capped')
    input = input.subarray(0, MESSAGE_BYTES_MAX)
  }
  if (hasUtf16Mark(input)) input = decodeUtf16(input)
  const source = openSource(input)
  return openMessage({
    tree, source, from: 0, to: source.bytes.length, depth: 0, isMessage: true,
    typeOtherwise: 'text/plain',
  })
}

/** Passes over what does not belong to the message: a mark, empty lines, an mbox line. */
function openMessage(place: Place): Part {
  const { source, tree } = place
  const start = skipLead(source.bytes, place.from, place.to)
  const view = viewRange(source, start, Math.min(place.to, start + HEADER_VIEW_BYTES))
  const text = view.text
  let lineFrom = start - view.base
  let lineEnd = endOfLine(text, lineFrom)
  let mboxSender: string | undefined
  if (isMboxLine(text, lineFrom) && fieldNameEnd(text, lineFrom, lineEnd) < 0) {
    mboxSender = readMboxSender(text.slice(lineFrom, lineEnd))
    lineFrom = Math.min(lineEnd + 1, text.length)
    lineEnd = endOfLine(text, lineFrom)
  }
  // Empty lines with no field after them are the end of an empty header block, not litter.
  const isField = mboxSender !== undefined || fieldNameEnd(text, lineFrom, lineEnd) >= 0
  const from = isField ? Math.min(view.base + lineFrom, place.to) : place.from
  const block = scanHeaderBlock(source, from, place.to, tree.problems)
  const part = new Part(from === place.from ? place : moved(place, source, from, place.to), block)
  if (mboxSender !== undefined) part.mboxSender = mboxSender
  return part
}

/** Written out, since this is made for every part: spreading an object costs more than the rest. */
function moved(place: Place, source: Source, from: number, to: number): Place {
  const { tree, depth, isMessage, typeOtherwise } = place
  return { tree, source, from, to, depth, isMessage, typeOtherwise }
}

function endOfLine(text: string, from: number): number {
  const lineEnd = text.indexOf('\n', from)
  return lineEnd < 0 ? text.length : lineEnd
}

function skipLead(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
  for (let end = at; end < to; end++) {
    const byte = bytes[end]
    if (byte === LF || byte === CR) at = end + 1
    else if (byte !== SPACE && byte !== TAB) break
  }
  return at
}

function readParts(part: Part): readonly Part[] {
  const type = part.type
  const holds = holdsMessage(type)
  if (!holds && !isMultipart(type)) return []
  if (part.place.depth >= DEPTH_MAX) {
    noteProblem(part.place.tree.problems, 'depth-capped')
    return []
  }
  return holds ? readMessageChild(part) : readMultipart(part)
}

function readMessageChild(part: Part): readonly Part[] {
  const tree = part.place.tree
  if (part.bodyFrom >= part.to || !takePart(tree)) return []
  const { source, from, to, depth } = decodedPlace(part)
  return [openMessage({
    tree, source, from, to, depth: depth + 1, isMessage: true, typeOtherwise: 'text/plain',
  })]
}

/** Where the body lies once its transfer encoding is undone. */
function decodedPlace(part: Part): Place {
  const body = part.bodyPlace()
  if (body.encoding === 'identity' || !isEncoded(part.type, body)) {
    return moved(part.place, body.source, part.bodyFrom, part.to)
  }
  const source = openSource(readBody(body))
  return moved(part.place, source, 0, source.bytes.length)
}

/**
 * A body that begins with a plain field is not encoded, whatever its label says; but
 * quoted-printable may look plain where it is allowed (RFC 6522 §4, RFC 6532 §3.7), as it is not in
 * a message/rfc822.
 */
function isEncoded(type: string, { source, from, to, encoding }: Body): boolean {
  const mayBeQuoted = type === 'text/rfc822-headers' || type.startsWith('message/global')
  if (mayBeQuoted && encoding === 'quoted-printable') return true
  const start = skipLead(source.bytes, from, to)
  const view = viewRange(source, start, Math.min(to, start + HEADER_VIEW_BYTES))
  const lineFrom = start - view.base
  return !/^[A-Za-z-]{2,40}:/.test(view.text.slice(lineFrom, lineFrom + 42))
}

function readMultipart(part: Part): readonly Part[] {
  const { tree, source } = part.place
  const named = readBoundary(part)
  const range = [part.bodyFrom, part.to] as const
  const room = PARTS_MAX - tree.partsMade
  if (named !== undefined) {
    const offsets = splitParts(source, named, range, room, tree.problems)
    if (offsets.length > 0) return openParts(part, source, offsets)
  }
  if (isBlankRange(source.bytes, range[0], range[1])) return []
  return readLostMultipart(part, named)
}

/** No delimiter was found: the body may be encoded, may show its boundary, or is plain text. */
function readLostMultipart(part: Part, named: string | undefined): readonly Part[] {
  const { tree } = part.place
  const isEncodedBody = part.bodyPlace().encoding !== 'identity'
  const place = isEncodedBody
    ? decodedPlace(part)
    : moved(part.place, part.place.source, part.bodyFrom, part.to)
  const range = [place.from, place.to] as const
  const room = PARTS_MAX - tree.partsMade
  noteProblem(tree.problems, named === undefined ? 'boundary-missing' : 'boundary-not-found')
  const found = named !== undefined && place.source !== part.place.source
    ? splitParts(place.source, named, range, room, tree.problems)
    : []
  if (found.length > 0) return openParts(part, place.source, found)
  const shown = recoverBoundary(place.source, range, named === undefined)
  const offsets =
    shown === undefined ? [] : splitParts(place.source, shown, range, room, tree.problems)
  return offsets.length > 0 ? openParts(part, place.source, offsets) : bodyAsPart(part, place)
}

function readBoundary(part: Part): string | undefined {
  const boundary = part.param('boundary')?.trimEnd()
  if (boundary === undefined || boundary === '') return undefined
  if (boundary.length <= BOUNDARY_BYTES_MAX) return boundary
  noteProblem(part.place.tree.problems, 'boundary-capped')
  return undefined
}

function openParts(parent: Part, source: Source, offsets: readonly number[]): Part[] {
  const { tree, depth } = parent.place
  const typeOtherwise = parent.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const parts: Part[] = []
  for (let i = 0; i < offsets.length && takePart(tree); i += 2) {
    const from = offsets[i] as number
    const to = offsets[i + 1] as number
    const place = { tree, source, from, to, depth: depth + 1, isMessage: false, typeOtherwise }
    parts.push(new Part(place, scanHeaderBlock(source, from, to, tree.problems)))
  }
  return parts
}

/** The whole body of a multipart without delimiters as one part of plain text. */
function bodyAsPart(parent: Part, place: Place): Part[] {
  const { tree, depth } = parent.place
  if (!takePart(tree)) return []
  const { source, from, to } = place
  const block = { view: viewRange(source, from, from), positions: [], bodyFrom: from }
  return [new Part({
    tree, source, from, to, depth: depth + 1, isMessage: false, typeOtherwise: 'text/plain',
  }, block)]
}

function takePart(tree: Tree): boolean {
  if (tree.partsMade >= PARTS_MAX) {
    noteProblem(tree.problems, 'parts-capped')
    return false
  }
  tree.partsMade++
  return true
}

function isBlankRange(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] as number) > 32) return false
  return true
}
