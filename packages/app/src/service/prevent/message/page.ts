// The HTML of a message in what matters of it: links with the words that are shown for them,
// images, and elements that mail programs take out or distrust.

import { Parser } from 'htmlparser2'

export type PageLink = { readonly href: string; readonly shown: string }

export type PageFacts = {
  readonly links: readonly PageLink[]
  readonly images: number
  readonly imagesWithoutWords: number
  /** Bytes of images that stand in the page itself as `data:`. */
  readonly embeddedBytes: number
  /** Elements that mail programs take out: `script`, `form`, `iframe` … */
  readonly forbidden: readonly string[]
  readonly hasHandlers: boolean
  /** Characters of text that is shown. */
  readonly textChars: number
  /** Characters of text that is made invisible on purpose. */
  readonly hiddenChars: number
}

const FORBIDDEN: ReadonlySet<string> = new Set([
  'script', 'iframe', 'object', 'embed', 'form', 'applet', 'frame', 'video', 'audio', 'base',
])
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'title', 'head', 'template'])
const HIDDEN_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])/i
const LINKS_MAX = 5_000

export function readPage(html: string): PageFacts {
  const links: { href: string; shown: string }[] = []
  const forbidden = new Set<string>()
  const counts = { images: 0, wordless: 0, embedded: 0, text: 0, hidden: 0 }
  let hasHandlers = false
  let silent = 0
  const open: { name: string; isHidden: boolean; link: { shown: string } | undefined }[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (FORBIDDEN.has(name)) forbidden.add(name)
      hasHandlers ||= Object.keys(attributes).some((key) => key.startsWith('on'))
      if (SILENT.has(name)) silent++
      if (name === 'img') countImage(attributes, counts)
      const { href } = attributes
      const link = name === 'a' && href !== undefined && links.length < LINKS_MAX
        ? { href: href.trim(), shown: '' } : undefined
      if (link !== undefined) links.push(link)
      open.push({ name, isHidden: HIDDEN_STYLE.test(attributes['style'] ?? ''), link })
    },
    ontext(text) {
      const words = text.replaceAll(/\s+/g, ' ')
      if (silent > 0 || words.trim() === '') return
      if (open.some(({ isHidden }) => isHidden)) counts.hidden += words.length
      else counts.text += words.length
      const link = open.findLast((one) => one.link !== undefined)?.link
      if (link !== undefined) link.shown += words
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      const at = open.findLastIndex((one) => one.name === name)
      if (at >= 0) open.splice(at)
    },
  }, { decodeEntities: true, lowerCaseTags: true })
  parser.write(html)
  parser.end()
  return {
    links, images: counts.images, imagesWithoutWords: counts.wordless,
    embeddedBytes: counts.embedded, forbidden: [...forbidden], hasHandlers,
    textChars: counts.text, hiddenChars: counts.hidden,
  }
}

function countImage(
  attributes: Readonly<Record<string, string>>,
  counts: { images: number; wordless: number; embedded: number },
): void {
  const { src = '', width, height } = attributes
  // A picture of one point counts openings; nobody sees it.
  if (width === '1' && height === '1') return
  counts.images++
  if ((attributes['alt'] ?? '').trim() === '') counts.wordless++
  if (src.startsWith('data:')) counts.embedded += src.length
}
