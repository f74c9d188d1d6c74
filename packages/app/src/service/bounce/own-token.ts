// The mark of our own bounces: what carries it came of one of them, and is never bounced. It stands
// in the Message-ID and in a field of its own, sealed so that nobody else can make it.

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Message, MessagePart } from '@carom/core'
import { TOKEN_PARTS_MAX, TOKEN_SEARCH_BYTES_MAX, TOKENS_MAX } from './limits.ts'

export const TOKEN_FIELD = 'X-Carom-Bounce'

const ID_CHARS = 24
const SEAL_CHARS = 32
const TOKEN = /carom\.([0-9a-f]{24})\.([0-9a-f]{32})(?![0-9a-f])/gi
const FIELDS = ['message-id', 'in-reply-to', 'references', TOKEN_FIELD.toLowerCase()] as const

/** The same for one message, whenever it is planned: to readers, two would be one. */
export function makeBounceId(key: string, tenant: string, originalKey: string): string {
  return createHmac('sha256', key).update(`id\n${tenant}\n${originalKey}`).digest('hex')
    .slice(0, ID_CHARS)
}

/** `ID.SEAL`, the seed of a Message-ID; `carom.ID.SEAL` is what is looked for. */
export function sealId(key: string, id: string): string {
  const seal = createHmac('sha256', key).update(`seal\n${id}`).digest('hex').slice(0, SEAL_CHARS)
  return `${id}.${seal}`
}

/** The first mark of ours in a message, whichever part or field it stands in. */
export function findOwnToken(message: Message, key: string): string | undefined {
  const texts = [
    Buffer.from(message.bytes.subarray(0, TOKEN_SEARCH_BYTES_MAX)).toString('latin1'),
    ...readHeaders(message),
  ]
  let looked = 0
  for (const text of texts) {
    for (const [, id = '', seal = ''] of text.matchAll(TOKEN)) {
      looked += 1
      if (looked > TOKENS_MAX) return undefined
      if (isSealed(key, id.toLowerCase(), seal.toLowerCase())) return id.toLowerCase()
    }
  }
  return undefined
}

function isSealed(key: string, id: string, seal: string): boolean {
  const right = sealId(key, id).slice(ID_CHARS + 1)
  return timingSafeEqual(Buffer.from(right), Buffer.from(seal))
}

/** Of the message and those within it, decoded: an attached one may be written in base64. */
function readHeaders(message: Message): string[] {
  const texts: string[] = []
  const waiting: MessagePart[] = [message]
  for (let seen = 0; seen < TOKEN_PARTS_MAX; seen += 1) {
    const part = waiting.shift()
    if (part === undefined) break
    if (part.isMessage) {
      for (const name of FIELDS) texts.push(...part.headers(name))
    }
    waiting.push(...part.parts)
  }
  return texts
}
