// Two well-kept MIME libraries read the same out of a set of difficult messages: subject, sender,
// the number of attachments, the text. Where they differ from us or from each other, the reason is
// written down.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { parseMessage } from '../../src/message/parse.ts'
import type { MessagePart } from '../../src/message/types.ts'
import { parseAddressList } from '../../src/smtp/address-list.ts'
import { decodeEncodedWords } from '../../src/text/encoded-word.ts'

const FIXTURES = new URL('../../../../fixtures/torture/', import.meta.url)

type Facts = { subject: string; from: string; attachments: number; text: string }
type Library = 'postal-mime' | 'mailparser'

/** file, library or both, fact → why it differs. */
const REASONS: Readonly<Record<string, string>> = {
  'attached-message postal-mime attachments': 'it shows attached messages in the text',
  'attached-message postal-mime text': 'it shows attached messages in the text',
  'cr-only postal-mime subject': 'it takes a lone CR for no line end',
  'cr-only postal-mime from': 'it takes a lone CR for no line end',
  'cr-only postal-mime text': 'it takes a lone CR for no line end',
  'cr-only mailparser subject': 'it takes a lone CR for no line end',
  'cr-only mailparser from': 'it takes a lone CR for no line end',
  'cr-only mailparser text': 'it takes a lone CR for no line end',
  'delivery-report mailparser attachments': 'it shows a delivery status in the text',
  'delivery-report mailparser text': 'it shows a delivery status in the text',
  'flowed postal-mime text': 'it does not join flowed lines that are quoted (RFC 3676 §4.5)',
  'utf-7 postal-mime subject': 'it knows no UTF-7',
  'utf-7 postal-mime text': 'it knows no UTF-7',
  'utf-7 mailparser subject': 'it knows no UTF-7',
  'utf-7 mailparser text': 'it knows no UTF-7',
  'wrong-charset postal-mime text': 'it believes the label',
  'wrong-charset mailparser text': 'it believes the label',
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Leaves that are no text to show; an attached message is one. */
function countAttachments(part: MessagePart): number {
  if (!part.type.startsWith('multipart/')) return isShown(part) ? 0 : 1
  return part.parts.reduce((sum, child) => sum + countAttachments(child), 0)
}

function isShown(part: MessagePart): boolean {
  const isText = part.type === 'text/plain' || part.type === 'text/html'
  return isText && part.disposition() !== 'attachment'
}

/** All plain text, as the libraries join it. */
function allText(part: MessagePart): string {
  if (part.type === 'text/plain' && isShown(part)) return part.readableText()
  if (!part.type.startsWith('multipart/')) return ''
  return part.parts.map(allText).join('\n')
}

function readOurs(bytes: Uint8Array): Facts {
  const message = parseMessage(bytes)
  const [from] = parseAddressList(message.header('from') ?? '')
  const name = from?.name === undefined ? '' : decodeEncodedWords(from.name)
  return {
    subject: squeeze(message.headerText('subject') ?? ''),
    from: `${name} <${from?.address ?? ''}>`.trim(),
    attachments: countAttachments(message),
    text: squeeze(allText(message)),
  }
}

const others: Readonly<Record<Library, (bytes: Uint8Array) => Promise<Facts>>> = {
  'postal-mime': async (bytes) => {
    const email = await PostalMime.parse(bytes)
    return {
      subject: squeeze(email.subject ?? ''),
      from: `${email.from?.name ?? ''} <${email.from?.address ?? ''}>`.trim(),
      attachments: email.attachments.length,
      text: squeeze(email.text ?? ''),
    }
  },
  mailparser: async (bytes) => {
    const email = await simpleParser(Buffer.from(bytes), {
      skipHtmlToText: true,
      skipTextToHtml: true,
    })
    const [from] = email.from?.value ?? []
    return {
      subject: squeeze(email.subject ?? ''),
      from: `${from?.name ?? ''} <${from?.address ?? ''}>`.trim(),
      attachments: email.attachments.length,
      text: squeeze(email.text ?? ''),
    }
  },
}

const used = new Set<string>()
const files = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.eml'))
  .sort()

for (const file of files) {
  test(`torture: ${file}`, async () => {
    const bytes = new Uint8Array(readFileSync(new URL(file, FIXTURES)))
    const own = readOurs(bytes)
    for (const library of Object.keys(others) as Library[]) {
      const other = await others[library](bytes)
      for (const fact of Object.keys(own) as (keyof Facts)[]) {
        const key = `${file.slice(0, -4)} ${library} ${fact}`
        if (own[fact] === other[fact]) continue
        used.add(key)
        assert.ok(
          key in REASONS,
          `${key}: ${JSON.stringify(own[fact])}, there ${JSON.stringify(other[fact])}`,
        )
      }
    }
  })
}

test('every difference that has a reason is still there', () => {
  assert.deepEqual(
    Object.keys(REASONS).filter((key) => !used.has(key)),
    [],
  )
})
