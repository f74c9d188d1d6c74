// The part of a report that is written for people: where it stands in the message (RFC 6522 §3).

import type { MessagePart } from '../message/types.ts'

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

/** The first attached text: some systems put the whole report there, and greet in the letter. */
export function readAttachedText(container: MessagePart): string {
  if (!container.type.startsWith('multipart/')) return ''
  const part = container.parts.find((one) => one.type === 'text/plain' && isAttachment(one))
  return part?.readableText().trim() ?? ''
}

function isAttachment(part: MessagePart): boolean {
  return part.header('content-disposition')?.toLowerCase().startsWith('attachment') === true
}
