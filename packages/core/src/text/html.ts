// HTML → readable text in one pass: no tree, no scripts, no styles. Line breaks where a browser
// would break, tabs between table cells.

import { decodeEntities } from './html-entities.ts'
import { unitAhead, unitAt } from './units.ts'

/** Elements that begin and end a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  ('address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form header hr html legend li main menu nav ol option pre section select summary table tbody tfoot thead tr ul ' +
    'head').split(' '))
/** Elements with an empty line before and after. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Elements whose content is no text to read. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template', 'svg', 'math', 'object'])

const TAG_CHARS = /[a-z/!?]/i
const SNIFF_CHARS = 200

/** True where text that is not labelled as HTML begins like a page. */
export function looksLikeHtml(text: string): boolean {
  if (text.indexOf('<') < 0) return false
  const start = text.slice(0, SNIFF_CHARS).trimStart().toLowerCase()
  return start.startsWith('<html') || start.startsWith('<!doctype html')
}

/** The text a reader would see. */
export function htmlToText(html: string): string {
  const page = new Page()
  const reader = new TagReader(html)
  let textFrom = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const tag = TAG_CHARS.test(html.charAt(at + 1)) ? reader.read(at) : undefined
    if (tag === undefined) {
      at = html.indexOf('<', at + 1)
      continue
    }
    page.addText(html.slice(textFrom, at))
    page.addTag(tag.name, tag.isEnd)
    textFrom = HIDDEN.has(tag.name) && !tag.isEnd ? reader.hiddenEnd(tag.name, tag.end) : tag.end
    at = html.indexOf('<', textFrom)
  }
  page.addText(html.slice(textFrom))
  return page.finish()
}

type Tag = { readonly name: string; readonly isEnd: boolean; readonly end: number }

/**
 * Reads tags; remembers which characters never come again, so that no search is repeated in vain.
 */
class TagReader {
  private readonly html: string
  private lower: string | undefined
  private readonly exhausted: Set<string> = new Set()

  constructor(html: string) {
    this.html = html
  }

  /** The tag that begins at `at`; undefined where the `<` is only a character. */
  read(at: number): Tag | undefined {
    if (this.html.startsWith('<!--', at)) {
      const end = this.find('-->', at + 4)
      if (end >= 0) return { name: '!', isEnd: false, end: end + 3 }
    }
    const close = this.find('>', at + 1)
    if (close < 0) return undefined
    const isEnd = unitAhead(this.html, at + 1) === 47
    const nameFrom = isEnd ? at + 2 : at + 1
    const nameEnd = endOfName(this.html, nameFrom)
    // Addresses in angle brackets that nobody escaped: `<user@example.com>`.
    if (unitAhead(this.html, nameEnd) === 64) return undefined
    const name = this.html.slice(nameFrom, nameEnd).toLowerCase()
    return { name, isEnd, end: this.tagEnd(nameEnd, close) }
  }

  /** Where the content of a script or style ends: at its closing tag, or nowhere. */
  hiddenEnd(name: string, from: number): number {
    this.lower ??= this.html.toLowerCase()
    // Lower case may change the length of odd letters; then what follows is read as text.
    if (this.lower.length !== this.html.length) return from
    const needle = '</' + name
    const end = this.exhausted.has(needle) ? -1 : this.lower.indexOf(needle, from)
    if (end < 0) this.exhausted.add(needle)
    return end < 0 ? from : end
  }

  /**
   * The position after the `>` that no quotes enclose; the first `>` where quotes are left open.
   */
  private tagEnd(nameEnd: number, firstClose: number): number {
    let at = nameEnd
    let close = firstClose
    while (at < close) {
      const code = unitAt(this.html, at)
      if (code === 34 || code === 39) {
        const quoteEnd = this.find(code === 34 ? '"' : "'", at + 1)
        if (quoteEnd < 0) return firstClose + 1
        if (quoteEnd > close) {
          close = this.find('>', quoteEnd)
          if (close < 0) return firstClose + 1
        }
        at = quoteEnd
      }
      at++
    }
    return close + 1
  }

  private find(needle: string, from: number): number {
    if (this.exhausted.has(needle)) return -1
    const at = this.html.indexOf(needle, from)
    if (at < 0) this.exhausted.add(needle)
    return at
  }
}

function endOfName(html: string, from: number): number {
  let i = from
  while (i < html.length) {
    const code = unitAt(html, i)
    if (code <= 32 || code === 62 || code === 47 || code === 64) break
    i++
  }
  return i
}

/** Collects text and the breaks between it. */
class Page {
  private text = ''
  /** Line breaks and the tab that stand before the next word. */
  private breaks = 0
  private tab = false
  private space = false
  private preformatted = 0

  addText(raw: string): void {
    if (raw === '') return
    if (this.preformatted > 0) {
      this.addWords(decodeEntities(raw))
      return
    }
    // Blanks are folded before references are decoded: `&nbsp;` is meant to stay.
    const folded = raw.replace(/[ \t\r\n\f]+/g, ' ')
    if (folded === ' ') {
      this.space = true
      return
    }
    if (folded.startsWith(' ')) this.space = true
    this.addWords(decodeEntities(folded.trim()))
    this.space = folded.endsWith(' ')
  }

  addTag(name: string, isEnd: boolean): void {
    if (name === 'br') this.breaks++
    else if (PARAGRAPHS.has(name)) this.breaks = Math.max(this.breaks, 2)
    else if (BLOCKS.has(name)) this.breaks = Math.max(this.breaks, 1)
    else if ((name === 'td' || name === 'th') && !isEnd) this.tab = true
    if (name === 'pre') {
      this.preformatted = isEnd ? Math.max(0, this.preformatted - 1) : this.preformatted + 1
    }
  }

  finish(): string {
    return this.text.trim()
  }

  private addWords(words: string): void {
    if (words === '') return
    if (this.text !== '') {
      if (this.breaks > 0) this.text += '\n'.repeat(Math.min(this.breaks, 2))
      else if (this.tab) this.text += '\t'
      else if (this.space) this.text += ' '
    }
    this.text += words
    this.breaks = 0
    this.tab = false
    this.space = false
  }
}
