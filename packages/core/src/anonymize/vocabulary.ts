// The words that the engine itself knows, in all languages: where they stand in a private text they
// may stay, since words of everybody give nobody away, and they are what makes such a text worth
// keeping.

import { compileKnowledge } from '../classify/knowledge.ts'
import type { Compiled } from '../classify/knowledge.ts'
import { scanText } from '../classify/scan.ts'
import { createScan } from '../classify/scanned.ts'
import type { Scan } from '../classify/scanned.ts'
import { KNOWLEDGE } from '../knowledge.ts'
import { indexPhrases, type PhraseIndex } from '../report/plain/phrase-index.ts'
import { scanPhrases } from '../report/plain/phrases.ts'
import { noticeWords, reporters, wordings } from '../rules/reporters/read.ts'
import { PROSE_WORDS } from './prose-words.ts'

/** What the bits of a phrase say: it counts wherever it stands. */
const ANYWHERE = 1
/** Pieces of text given to the scanner at once: it notes only so many words of each. */
const PIECE_CHARS = 600

export class Vocabulary {
  private readonly phrases: PhraseIndex
  private readonly table: Compiled
  private readonly scan: Scan

  constructor() {
    this.phrases = indexPhrases(allPhrases().map((phrase) => [phrase, ANYWHERE] as const))
    this.table = compileKnowledge(KNOWLEDGE)
    this.scan = createScan()
  }

  /** A bit for each character of the text: it belongs to a known word or phrase. */
  knownCharacters(text: string): Uint8Array {
    const known = new Uint8Array(text.length)
    for (const { from, to } of scanPhrases(text, this.phrases, 1)) known.fill(1, from, to)
    let from = 0
    while (from < text.length) {
      const to = pieceEnd(text, from)
      scanText(this.table, text.slice(from, to), this.scan)
      for (const list of [this.scan.lexemes, this.scan.literals, this.scan.marks])
        fillKnown(known, list, from)
      from = to
    }
    return known
  }

  /** True for the small words of prose, of dates and of headers. */
  isProse(word: string): boolean {
    return PROSE_WORDS.has(word.toLowerCase())
  }

  /** True where all of the text is known words. */
  isKnown(text: string): boolean {
    if (this.isProse(text)) return true
    const known = this.knownCharacters(text)
    return known.every((bit, i) => bit === 1 || !/[\p{L}\p{N}]/u.test(text.charAt(i)))
  }
}

function fillKnown(known: Uint8Array, { count, from, to }: Scan['lexemes'], base: number): void {
  for (let i = 0; i < count; i++)
    known.fill(1, base + (from[i] as number), base + (to[i] as number))
}

/** The end of a line, or of a part of it that ends at a space. */
function pieceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + PIECE_CHARS)
  if (limit === text.length) return limit
  const lineEnd = text.lastIndexOf('\n', limit)
  if (lineEnd > from) return lineEnd + 1
  const space = text.lastIndexOf(' ', limit)
  return space > from ? space + 1 : limit
}

function allPhrases(): string[] {
  const phrases: string[] = []
  for (const { lang: _, ...lists } of wordings())
    for (const list of Object.values(lists)) phrases.push(...list)
  for (const { marks, failed, delayed, delivered, reply, original } of reporters()) {
    for (const { from, subject, line } of marks) phrases.push(from ?? '', subject ?? '', line ?? '')
    for (const list of [failed, delayed, delivered, reply, original]) phrases.push(...(list ?? []))
  }
  for (const list of Object.values(noticeWords()))
    if (Array.isArray(list)) phrases.push(...(list as string[]))
  return phrases.filter((phrase) => phrase.length > 3)
}
