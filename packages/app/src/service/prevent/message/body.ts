// What a message shows: its sizes, its text and HTML in balance, its links and its attachments.

import type { Message, MessagePart } from '@carom/core'
import { readPage, type PageFacts, type PageLink } from './page.ts'
import type { MessageFinding } from './types.ts'

/** Gmail shows no more of the HTML and hides the rest, the link to unsubscribe with it. */
const HTML_BYTES_SHOWN = 102_000
const MESSAGE_BYTES_WANTED = 1_000_000
const MESSAGE_BYTES_MAX = 20_000_000
const EMBEDDED_BYTES_MAX = 50_000
const HIDDEN_CHARS_MAX = 300
const LINKS_MANY = 40
const PARTS_MAX = 1_000

/** Gmail, Outlook.com and Yahoo refuse mail with one of these, also inside of archives. */
const FORBIDDEN_ENDINGS: ReadonlySet<string> = new Set((
  'ade adp apk appx appxbundle bat cab chm cmd com cpl diagcab diagcfg diagpkg dll dmg ex ex_ exe ' +
  'hta img ins iso isp jar jnlp js jse lib lnk mde mjs msc msi msix msixbundle msp mst nsh pif ps1 ' +
  'scr sct shb sys vb vbe vbs vhd vxd wsc wsf wsh xll').split(' '))

/** Services that hide where a link leads; block lists of domains name them often. */
const SHORTENERS: ReadonlySet<string> = new Set([
  'bit.ly', 'tinyurl.com', 't.co', 'goo.gl', 'ow.ly', 'is.gd', 'buff.ly', 'cutt.ly', 'rebrand.ly',
  'rb.gy', 't.ly', 'shorturl.at', 'tiny.cc', 'v.gd', 'bl.ink', 's.id', 'lnkd.in',
])

/** What stands against the body, and the hosts that its links lead to. */
export type BodyReport = {
  readonly findings: readonly MessageFinding[]
  readonly hosts: readonly string[]
}

export function checkBody(message: Message): BodyReport {
  const leaves = leavesOf(message)
  const html = leaves.filter(isShown('text/html')).map((part) => part.text()).join('\n')
  const plain = leaves.filter(isShown('text/plain')).map((part) => part.readableText()).join('\n')
  const page = html === '' ? undefined : readPage(html)
  const links = page?.links ?? []
  const hosts = [...links.map(({ href }) => href), ...plain.match(PLAIN_LINK) ?? []]
    .map(hostOf).filter((host) => host !== undefined && !isAddress(host)) as string[]
  return {
    findings: [
      ...checkSizes(message, html), ...checkText(plain, page), ...checkLinks(links),
      ...leaves.flatMap(checkAttachment),
    ],
    hosts: [...new Set(hosts)],
  }
}

const PLAIN_LINK = /\bhttps?:\/\/[^\s<>"')\]]{1,2000}/gi

function isShown(type: string): (part: MessagePart) => boolean {
  return (part) => part.type === type && part.disposition() !== 'attachment'
}

function leavesOf(part: MessagePart): MessagePart[] {
  const all: MessagePart[] = []
  const waiting = [part]
  for (let next = waiting.shift(); next !== undefined && all.length < PARTS_MAX;
    next = waiting.shift()) {
    if (next.type.startsWith('multipart/')) waiting.unshift(...next.parts)
    else all.push(next)
  }
  return all
}

function checkSizes({ bytes: { length } }: Message, html: string): MessageFinding[] {
  const base = { area: 'size' } as const
  const htmlBytes = Buffer.byteLength(html)
  return [
    ...length > MESSAGE_BYTES_MAX ? [{ ...base, id: 'size/too-large', severity: 'broken',
      text: `The message has ${megabytes(length)}; many servers take 10 to 25 MB.` } as const]
      : length > MESSAGE_BYTES_WANTED ? [{ ...base, id: 'size/large', severity: 'note',
        text: `The message has ${megabytes(length)}: link to files instead of attaching them.`,
      } as const] : [],
    ...htmlBytes <= HTML_BYTES_SHOWN ? [] : [{ ...base, id: 'size/clipped', severity: 'weak',
      text: `The HTML has ${Math.round(htmlBytes / 1000)} kB; Gmail shows 102 kB, not the rest.`,
    } as const],
  ]
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function checkText(plain: string, page: PageFacts | undefined): MessageFinding[] {
  const base = { area: 'text' } as const
  const found: MessageFinding[] = []
  const add = (id: string, severity: MessageFinding['severity'], text: string): void => {
    found.push({ ...base, id: `text/${id}`, severity, text })
  }
  if (page === undefined) {
    if (plain.trim() === '') add('empty', 'weak', 'The message says nothing.')
    return found
  }
  if (plain.trim() === '') {
    add('no-plain-text', 'weak', 'There is no plain text beside the HTML: filters count that, ' +
      'and some readers see nothing.')
  } else if (page.textChars > 400 && plain.length < page.textChars / 5) {
    add('plain-text-short', 'note', 'The plain text says much less than the HTML.')
  }
  if (page.images > 0 && page.textChars < 100) {
    add('image-only', 'weak', 'The message is images with hardly any text, as spam often is.')
  }
  if (page.imagesWithoutWords > 0) {
    add('images-without-words', 'note', `${page.imagesWithoutWords} of ${page.images} images ` +
      'have no words (alt) for those who do not see them.')
  }
  if (page.forbidden.length > 0 || page.hasHandlers) {
    const what = [...page.forbidden, ...page.hasHandlers ? ['event handlers'] : []].join(', ')
    add('active-content', 'broken', `The HTML has ${what}: mail programs take that out, and ` +
      'filters refuse it.')
  }
  if (page.hiddenChars > HIDDEN_CHARS_MAX) {
    add('hidden-text', 'weak', `${page.hiddenChars} characters are made invisible: filters take ` +
      'that for a trick.')
  }
  if (page.embeddedBytes > EMBEDDED_BYTES_MAX) {
    add('embedded-images', 'note', 'Images stand in the HTML itself; Gmail and Outlook show none ' +
      'of them.')
  }
  return found
}

function checkLinks(links: readonly PageLink[]): MessageFinding[] {
  const base = { area: 'links' } as const
  const found = new Map<string, MessageFinding>()
  const add = (id: string, severity: MessageFinding['severity'], text: string): void => {
    if (!found.has(id + text)) found.set(id + text, { ...base, id: `links/${id}`, severity, text })
  }
  for (const { href, shown } of links) {
    if (/^\s*javascript:/i.test(href)) add('script', 'broken', 'A link runs a script.')
    const host = hostOf(href)
    if (host === undefined) continue
    const other = hostOf(/^\s*(?:https?:\/\/)?([\w-]+(?:\.[\w-]+)+)(?:[/?#]\S*)?\s*$/i.test(shown)
      ? shown.trim().replace(/^(?!https?:)/i, 'https://') : '')
    if (other !== undefined && siteOf(other) !== siteOf(host)) {
      add('other-than-shown', 'broken', `A link shows ${other} and leads to ${host}: that is how ` +
        'fraud looks.')
    }
    if (isAddress(host)) add('address', 'broken', `A link leads to the address ${host}.`)
    if (SHORTENERS.has(host)) {
      add('shortener', 'weak', `A link goes through ${host}: filters distrust links that hide ` +
        'where they lead.')
    }
    if (host.includes('xn--')) add('international', 'note', `A link leads to ${host}.`)
    if (/^http:/i.test(href)) add('not-encrypted', 'note', `A link to ${host} is not https.`)
  }
  if (links.length > LINKS_MANY) add('many', 'note', `There are ${links.length} links.`)
  return [...found.values()]
}

/** As a URL has it: `192.0.2.1`, `[2001:db8::1]`. */
function isAddress(host: string): boolean {
  return /^[\d.]+$|^\[/.test(host)
}

function hostOf(url: string): string | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined
  const { hostname } = new URL(url)
  return hostname === '' ? undefined : hostname.toLowerCase()
}

/** The last two labels: enough to see that another site is meant. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.')
}

function checkAttachment(part: MessagePart): MessageFinding[] {
  const name = part.filename()
  const ending = name?.slice(name.lastIndexOf('.') + 1).toLowerCase() ?? ''
  if (name === undefined || !name.includes('.')) return []
  if (FORBIDDEN_ENDINGS.has(ending)) {
    return [{ area: 'attachments', id: 'attachments/forbidden', severity: 'broken',
      text: `Mail with a file .${ending} is refused by Gmail, Outlook.com and others.`,
      advice: 'Put it on a page and link to it.' }]
  }
  return /\.[a-z]{2,4}\.[a-z]{2,4}$/i.test(name) && /^(?:zip|rar|7z|htm|html)$/.test(ending)
    ? [{ area: 'attachments', id: 'attachments/two-endings', severity: 'weak',
      text: 'The name of an attachment has two endings, as malware has.' }] : []
}
