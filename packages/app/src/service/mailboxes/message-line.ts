// The line of a message in a list, and its preview: texts alone, safe to show anywhere.

import { parseMessage, readSummary, type MessagePart } from '@carom/core'
import { safeLine, safeLines } from '../safe-text.ts'
import {
  ATTACHMENTS_MAX, FIELD_CHARS_MAX, FIELDS_MAX, LINE_CHARS_MAX, PARTS_MAX, TEXT_CHARS_MAX,
} from './limits.ts'
import type { Attachment, MessagePreview, MessageRow } from './types.ts'

export type MessageLine = Pick<MessageRow, 'subject' | 'author' | 'to' | 'messageId'>

export function readLine(bytes: Uint8Array): MessageLine {
  const message = parseMessage(bytes)
  const text = (name: string) => safeLine(message.headerText(name) ?? '', LINE_CHARS_MAX)
  const id = message.header('message-id')
  return {
    subject: text('subject'), author: text('from'), to: text('to'),
    ...(id === undefined ? {} : { messageId: safeLine(id, LINE_CHARS_MAX) }),
  }
}

/** The text for people (HTML read as text), the header, and what is attached. Fetches nothing. */
export function readPreview(
  bytes: Uint8Array,
): Pick<MessagePreview, 'text' | 'isCut' | 'headers' | 'attachments'> {
  const message = parseMessage(bytes)
  const { text } = readSummary(bytes, TEXT_CHARS_MAX + 1)
  return {
    text: safeLines(text, TEXT_CHARS_MAX), isCut: text.length > TEXT_CHARS_MAX,
    headers: message.fields().slice(0, FIELDS_MAX).map(({ name, value }) => ({
      name: safeLine(name, LINE_CHARS_MAX), value: safeLine(value, FIELD_CHARS_MAX),
    })),
    attachments: listAttachments(message),
  }
}

function listAttachments(message: MessagePart): Attachment[] {
  const found: Attachment[] = []
  const waiting: MessagePart[] = [message]
  for (let seen = 0; seen < PARTS_MAX && found.length < ATTACHMENTS_MAX; seen += 1) {
    const part = waiting.shift()
    if (part === undefined) break
    const name = part.filename()
    const isAttached = part !== message && !part.type.startsWith('multipart/') &&
      (name !== undefined || part.disposition() === 'attachment' || !part.type.startsWith('text/'))
    if (isAttached) {
      found.push({
        name: safeLine(name ?? '', LINE_CHARS_MAX), type: safeLine(part.type, LINE_CHARS_MAX),
        size: part.body().length,
      })
    } else waiting.push(...part.parts)
  }
  return found
}
