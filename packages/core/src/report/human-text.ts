// The part of a report that is written for people: where it stands in the message (RFC 6522 §3),
// and which of its paragraphs speak of which recipient.

import type { MessagePart } from '../message/types.ts'
import { REPLY_CHARS_MAX } from '../text/limits.ts'
import { findAddresses } from './addresses.ts'

/** A paragraph, or the lines of a list that begin with one recipient. */
type Block = { readonly text: string; readonly addresses: readonly string[] }

/** Characters of human text that are searched for recipients; real reports stay under 20,000. */
const HUMAN_CHARS_MAX = 65_536
const ADDRESS_START = /^[\s<*"'(•·-]{0,12}([^\s<>"'(),;:@]{1,256}@[^\s<>"'(),;:]{1,255})/
/** A three-digit reply code or an enhanced code: the paragraph quotes a server. */
const REPLY_LIKE = /(?:^|[^\d.])[245]\d\d[ -]|(?:^|[^\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/
const HEADING_CHARS_MAX = 100
const FOLLOWING_BLOCKS_MAX = 8

/** Text parts that stand before the machine part; the first ones after it where none does. */
export function readHumanText(container: MessagePart, machine: MessagePart | undefined): string {
  if (container === machine) return ''
  if (!container.type.startsWith('multipart/')) return container.readableText().trim()
  const before: string[] = []
  for (const part of container.parts) {
    if (part === machine) {
      if (before.length > 0) break
      continue
    }
    const text = readShownText(part)
    if (text !== '') before.push(text)
    // A second text after the machine part is the returned message, shown as text.
    if (machine === undefined && before.length > 0) break
  }
  return before.join('\n\n')
}

/** What a reader of that part would see; of alternatives the plain one, unless it is empty. */
function readShownText(part: MessagePart): string {
  if (part.type === 'text/plain' || part.type === 'text/html' || part.type === 'text/enriched') {
    return isAttachment(part) ? '' : part.readableText().trim()
  }
  if (!part.type.startsWith('multipart/')) return ''
  for (const child of part.parts) {
    const text = readShownText(child)
    if (text !== '') return text
  }
  return ''
}

function isAttachment(part: MessagePart): boolean {
  return part.header('content-disposition')?.toLowerCase().startsWith('attachment') === true
}

/** What is looked for in the human part on behalf of one recipient. */
export type Spoken = {
  /** Its addresses, as reported. */
  readonly addresses: readonly string[]
  /** The machine part gives no words for the failure, so all that may give them is wanted. */
  readonly needsReason: boolean
}

/**
 * For each recipient the paragraphs that speak of it, then those that follow it and quote a reply;
 * lines are joined, paragraphs stand on lines of their own.
 */
export function linkHumanText(human: string, recipients: readonly Spoken[]): string[] {
  const known = new Set(
    recipients.flatMap(({ addresses }) => addresses.map((one) => one.toLowerCase())),
  )
  const blocks = splitBlocks(human.slice(0, HUMAN_CHARS_MAX), known)
  const places = new Map<string, number[]>()
  blocks.forEach((block, index) => {
    for (const address of block.addresses) {
      const list = places.get(address)
      if (list === undefined) places.set(address, [index])
      else if (list.at(-1) !== index) list.push(index)
    }
  })
  const isAlone = recipients.length === 1
  return recipients.map(({ addresses, needsReason }) => {
    const own = addresses.flatMap((address) => places.get(address.toLowerCase()) ?? [])
    const chosen = chooseBlocks(blocks, own, isAlone)
    const isSilent = !chosen.some((index) => REPLY_LIKE.test(blocks[index]?.text ?? ''))
    // Nothing near the address quotes a server: with one recipient all of the text is about it.
    const all = isAlone && needsReason && isSilent ? blocks.map((_, index) => index) : chosen
    return all.map((index) => blocks[index]?.text ?? '').join('\n').slice(0, REPLY_CHARS_MAX)
  })
}

function chooseBlocks(
  blocks: readonly Block[], own: readonly number[], isAlone: boolean,
): number[] {
  const chosen = new Set(own)
  for (const index of own) {
    let afterHeading = isHeading(blocks[index])
    const stop = Math.min(blocks.length, index + 1 + FOLLOWING_BLOCKS_MAX)
    for (let next = index + 1; next < stop; next++) {
      const block = blocks[next]
      if (block === undefined || (block.addresses.length > 0 && !isAlone)) break
      if (afterHeading || REPLY_LIKE.test(block.text) || isHeading(block)) chosen.add(next)
      afterHeading = isHeading(block)
    }
  }
  return [...chosen].sort((a, b) => a - b)
}

/** `The reason:` announces the next paragraph. */
function isHeading(block: Block | undefined): boolean {
  return block !== undefined && block.text.length <= HEADING_CHARS_MAX && block.text.endsWith(':')
}

function splitBlocks(human: string, known: ReadonlySet<string>): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const close = (): void => {
    const text = withoutHeaderLines(lines).join(' ')
    if (text !== '') blocks.push(makeBlock(text, known))
    lines = []
  }
  let at = 0
  while (at < human.length) {
    let end = human.indexOf('\n', at)
    if (end < 0) end = human.length
    const line = human.slice(at, end).trim()
    at = end + 1
    if (line === '') close()
    else {
      const address = ADDRESS_START.exec(line)?.[1]
      if (address !== undefined && known.has(address.toLowerCase())) close()
      lines.push(line)
    }
  }
  close()
  return blocks
}

/** Lines that repeat the returned message's header: its subject must not be read as a reason. */
const SUBJECT_LINE =
  /^(?:subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|件名|主题|主旨|제목) ?[:：]/i
const HEADER_LINE = /^(?:message-id|date|from|to|cc|sent|received|return-path|reply-to|mime-version|content-[a-z-]{1,40}|x-[a-z0-9-]{1,60}|dkim-signature|thread-[a-z]{1,9}|list-[a-z]{1,20}|user-agent|in-reply-to|references):/i

function withoutHeaderLines(lines: readonly string[]): readonly string[] {
  const bare = lines.filter((line) => !SUBJECT_LINE.test(line))
  const echoed = bare.filter((line) => HEADER_LINE.test(line)).length
  return echoed < 2 ? bare : bare.filter((line) => !HEADER_LINE.test(line))
}

function makeBlock(text: string, known: ReadonlySet<string>): Block {
  const addresses: string[] = []
  for (const found of findAddresses(text)) {
    const address = found.toLowerCase()
    if (known.has(address)) addresses.push(address)
  }
  return { text, addresses }
}
