// XML as reports have it (XML 1.0): elements and their text. There is no document type, hence no
// entities of strangers; names lose their prefix, attributes are passed over. What is damaged is
// read as far as it goes.

import { decodeText } from '../../text/charset.ts'
import { decodeUtf16, hasUtf16Mark, viewBytes } from '../../text/bytes.ts'
import { decodeEntities } from '../../text/html-entities.ts'
import { noteProblem } from '../../text/problems.ts'
import { XML_DEPTH_MAX, XML_ELEMENTS_MAX, XML_TEXT_CHARS_MAX } from './limits.ts'

export type XmlElement = {
  readonly name: string
  text: string
  readonly children: XmlElement[]
}

const DECLARATION_CHARS = 200
const ENCODING = /^[^<]{0,8}<\?xml[^>]{0,150}encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})["']/

/** The root; undefined where there is none, which `problems` then says. */
export function readXml(bytes: Uint8Array, problems: string[]): XmlElement | undefined {
  return new Reader(decode(bytes, problems), problems).read()
}

function decode(bytes: Uint8Array, problems: string[]): string {
  if (hasUtf16Mark(bytes)) return decodeText(decodeUtf16(bytes), 'utf-8', problems)
  const encoding = ENCODING.exec(viewBytes(bytes.subarray(0, DECLARATION_CHARS)))?.[1]
  return decodeText(bytes, encoding ?? 'utf-8', problems)
}

class Reader {
  private readonly source: string
  private readonly problems: string[]
  private readonly open: XmlElement[] = []
  private root: XmlElement | undefined = undefined
  private elements = 0
  private at = 0

  constructor(source: string, problems: string[]) {
    this.source = source
    this.problems = problems
  }

  read(): XmlElement | undefined {
    for (;;) {
      const start = this.source.indexOf('<', this.at)
      if (start < 0) break
      this.addText(this.source.slice(this.at, Math.min(start, this.at + XML_TEXT_CHARS_MAX)), true)
      if (!this.readMarkup(start)) break
      if (this.root !== undefined && this.open.length === 0) return this.root
    }
    noteProblem(this.problems, this.root === undefined ? 'xml-missing' : 'xml-cut')
    return this.root
  }

  /** False where reading ends here. */
  private readMarkup(start: number): boolean {
    const { source } = this
    if (source.startsWith('<!--', start)) return this.skipTo('-->', start + 4)
    if (source.startsWith('<?', start)) return this.skipTo('?>', start + 2)
    if (source.startsWith('<![CDATA[', start)) {
      const from = start + 9
      if (!this.skipTo(']]>', from)) return false
      this.addText(source.slice(from, Math.min(this.at - 3, from + XML_TEXT_CHARS_MAX)), false)
      return true
    }
    if (source.startsWith('<!', start)) {
      // A document type could define entities and name files: nobody who reports needs one.
      noteProblem(this.problems, 'xml-document-type')
      this.root = undefined
      return false
    }
    const end = this.tagEnd(start + 1)
    if (end < 0) return false
    this.at = end + 1
    return source.charCodeAt(start + 1) === 47
      ? this.closeTag(nameIn(source, start + 2, end)) : this.openTag(start, end)
  }

  private openTag(start: number, end: number): boolean {
    const name = nameIn(this.source, start + 1, end)
    if (this.open.length >= XML_DEPTH_MAX || ++this.elements > XML_ELEMENTS_MAX) {
      noteProblem(this.problems, 'xml-capped')
      return false
    }
    const element: XmlElement = { name, text: '', children: [] }
    if (this.root === undefined) this.root = element
    else this.open.at(-1)?.children.push(element)
    if (this.source.charCodeAt(end - 1) !== 47) this.open.push(element)
    return true
  }

  /** Closes what stands open inside of it, too. */
  private closeTag(name: string): boolean {
    let index = this.open.length - 1
    while (index >= 0 && this.open[index]?.name !== name) index--
    if (index !== this.open.length - 1) noteProblem(this.problems, 'xml-crossed')
    if (index >= 0) this.open.length = index
    return true
  }

  private addText(text: string, hasEntities: boolean): void {
    const element = this.open.at(-1)
    if (element === undefined || element.text.length >= XML_TEXT_CHARS_MAX) return
    if (element.children.length > 0 || text === '') return
    element.text = (element.text + (hasEntities ? decodeEntities(text) : text))
      .slice(0, XML_TEXT_CHARS_MAX)
  }

  private skipTo(mark: string, from: number): boolean {
    const end = this.source.indexOf(mark, from)
    this.at = end + mark.length
    return end >= 0
  }

  /** The `>` that ends a tag; one in the value of an attribute does not. */
  private tagEnd(from: number): number {
    // Nearly all tags are short and have no attributes.
    const plain = this.source.indexOf('>', from)
    if (plain < 0 || plain - from <= NAME_CHARS_MAX && this.isBare(from, plain)) return plain
    let quote = 0
    for (let at = from; at < this.source.length; at++) {
      const c = this.source.charCodeAt(at)
      if (quote !== 0) {
        if (c === quote) quote = 0
      } else if (c === 34 || c === 39) quote = c
      else if (c === 62) return at
    }
    return -1
  }

  private isBare(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.source.charCodeAt(at) <= 39) return false
    return true
  }
}

const NAME_CHARS_MAX = 60

function nameIn(source: string, from: number, to: number): string {
  const end = Math.min(to, from + NAME_CHARS_MAX)
  let start = from
  for (let at = from; at < end; at++) {
    const c = source.charCodeAt(at)
    if (c === 58) start = at + 1
    else if (c <= 32 || c === 47) return source.slice(start, at)
  }
  return source.slice(start, end)
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text at the end of a path of children. */
export function textAt(
  element: XmlElement | undefined, ...path: readonly string[]
): string | undefined {
  let found = element
  for (const name of path) found = childOf(found, name)
  return found?.text
}
