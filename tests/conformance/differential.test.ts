// A well-kept MIME library reads the same out of messages that were made to break parsers:
// subjects, Message-IDs and texts. Where the two differ neither need be wrong: the number of
// differences may only fall.

import assert from 'node:assert/strict'
import test from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { parseMessage } from '../../packages/core/src/message/parse.ts'
import type { MessagePart } from '../../packages/core/src/message/types.ts'
import { listCorpusFiles, readCorpusFile, SKIP } from './corpus.ts'

type Facet = 'subject' | 'messageId' | 'text'
type Disagreement = readonly [facet: Facet, file: string, own: string, other: string]

/**
 * Files that may differ. All were looked at: ours reads charsets that the other does not know or
 * guess (Big5 without a label), and texts of messages without a boundary or a blank line; only one
 * file is read better over there.
 */
const DIFFERING_MAX: Readonly<Record<Facet, number>> = { subject: 20, messageId: 1, text: 46 }

test('a MIME library reads the same out of hostile messages', { skip: SKIP }, async (t) => {
  const files = listCorpusFiles('torture').filter(isMessage)
  const found: Disagreement[] = []
  for (const file of files) {
    const bytes = readCorpusFile('torture', file)
    const other = await readOther(bytes)
    if (other !== undefined) found.push(...compare(file, bytes, other))
  }
  for (const facet of Object.keys(DIFFERING_MAX) as Facet[]) {
    const differing = found.filter(([name]) => name === facet)
    t.diagnostic(`${facet}: ${differing.length} of ${files.length} differ`)
    for (const [, file, own, other] of differing.slice(0, Number(process.env['SHOW'] ?? 0))) {
      t.diagnostic(`  ${file}\n    ${own.slice(0, 150)}\n    ${other.slice(0, 150)}`)
    }
    assert.ok(differing.length <= DIFFERING_MAX[facet], `${facet}: ${differing.length} differ`)
  }
})

/** Undefined where the library gives up, which ours may not. */
async function readOther(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes)
  } catch {
    return undefined
  }
}

function compare(file: string, bytes: Uint8Array, other: Email): Disagreement[] {
  const message = parseMessage(bytes)
  const own = {
    subject: squeeze(message.headerText('subject') ?? ''),
    messageId: squeeze(message.header('message-id') ?? ''),
    text: squeeze(firstText(message) ?? ''),
  }
  const others = {
    subject: squeeze(other.subject ?? ''),
    messageId: squeeze(other.messageId ?? ''),
    text: squeeze(other.text ?? ''),
  }
  const facets = Object.keys(own) as Facet[]
  // Texts of several parts are joined over there; the first of them has to be ours.
  const isSame = (facet: Facet): boolean =>
    facet === 'text' ? others.text.startsWith(own.text) : own[facet] === others[facet]
  return facets.filter((facet) => !isSame(facet))
    .map((facet) => [facet, file, own[facet], others[facet]])
}

function firstText(part: MessagePart): string | undefined {
  if (part.parts.length === 0) {
    const isText = part.type === 'text/plain' && part.disposition() !== 'attachment'
    return isText ? part.text() : undefined
  }
  for (const inner of part.parts) {
    const text = firstText(inner)
    if (text !== undefined) return text
  }
  return undefined
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** The corpora hold results and notes as well. */
function isMessage(file: string): boolean {
  if (/\.(?:xml|json|html|txt|md|hdr|rb)$/.test(file)) return false
  const opening = Buffer.from(readCorpusFile('torture', file)).toString('latin1', 0, 80)
  return /^(?:>?From |[A-Za-z-]{2,30}:)/.test(opening)
}
