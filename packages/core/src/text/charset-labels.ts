// Charset labels as mail writes them → names that a TextDecoder knows (WHATWG Encoding §4.2), and
// the two DOS code pages that it does not know.

/**
 * What a label stands for: unlabelled text, one of our own decoders, or a TextDecoder.
 * `asciiBytes`: bytes below 0x80 are always ASCII in it, or at least where nothing else is present.
 */
export type Charset =
  | { readonly kind: 'unlabelled' }
  | { readonly kind: 'utf-7' }
  | { readonly kind: 'hz' }
  | { readonly kind: 'iso-2022-kr' }
  | { readonly kind: 'table'; readonly upper: string }
  | { readonly kind: 'platform'; readonly decoder: TextDecoder; readonly asciiBytes: boolean }

const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const UNLABELLED: Charset = { kind: 'unlabelled' }
const UTF7: Charset = { kind: 'utf-7' }

/** Labels that say nothing, and those that need a decoder of our own. */
const OWN: ReadonlyMap<string, Charset> = new Map<string, Charset>([
  ...['', 'us-ascii', 'ascii', 'ansi-x3.4-1968', 'iso-ir-6', 'us', 'x-unknown', 'unknown', 'none', 'unknown-8bit',
    'default', 'x-user-defined', 'binary', '7bit', '8bit', 'text', 'undefined', 'x-ascii', '646',
    'ansi-x3.110-1983'].map((label) => [label, UNLABELLED] as const),
  ...['utf-7', 'utf7', 'unicode-1-1-utf-7', 'x-unicode-1-1-utf-7', 'x-unicode-2-0-utf-7',
    'unicode-2-0-utf-7', 'csunicode11utf7', 'utf-7-imap'].map((label) => [label, UTF7] as const),
  ...['hz-gb-2312', 'hz', 'x-hz'].map((label) => [label, { kind: 'hz' }] as const),
  ...['iso-2022-kr', 'csiso2022kr'].map((label) => [label, { kind: 'iso-2022-kr' }] as const),
  ...['cp437', 'ibm437', '437', 'cspc8codepage437'].map((label) => [label, { kind: 'table', upper: CP437 }] as const),
  ...['cp850', 'ibm850', '850', 'cspc850multilingual', 'cp858', 'ibm00858'].map(
    (label) => [label, { kind: 'table', upper: CP850 }] as const),
])

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['uft-8', 'utf-8'], ['utf-8-sig', 'utf-8'], ['utf-8-mac', 'utf-8'], ['utf8mb4', 'utf-8'], ['utf', 'utf-8'],
  ['unicode', 'utf-16le'], ['latin-1', 'windows-1252'], ['latin-2', 'iso-8859-2'], ['latin-9', 'iso-8859-15'],
  ['iso-2022-jp-1', 'iso-2022-jp'], ['iso-2022-jp-2', 'iso-2022-jp'], ['iso-2022-jp-3', 'iso-2022-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'], ['cp50220', 'iso-2022-jp'], ['cp50221', 'iso-2022-jp'], ['jis', 'iso-2022-jp'],
  ['cp932', 'shift_jis'], ['ms932', 'shift_jis'], ['shift-jisx0213', 'shift_jis'], ['shift-jis-2004', 'shift_jis'],
  ['euc', 'euc-jp'], ['ujis', 'euc-jp'], ['cp51932', 'euc-jp'], ['euc-jp-ms', 'euc-jp'],
  ['cp949', 'euc-kr'], ['uhc', 'euc-kr'], ['ms949', 'euc-kr'], ['ks-c-5601', 'euc-kr'], ['cp51949', 'euc-kr'],
  ['cp936', 'gbk'], ['ms936', 'gbk'], ['euc-cn', 'gbk'], ['gb', 'gbk'], ['gb-18030', 'gb18030'], ['cp54936', 'gb18030'],
  ['cp950', 'big5'], ['ms950', 'big5'], ['big-5', 'big5'], ['euc-tw', 'big5'],
  ['cp855', 'ibm866'], ['cp874', 'windows-874'], ['macroman', 'macintosh'], ['x-mac-roman', 'macintosh'],
  ['koi8-c', 'koi8-r'], ['ru', 'koi8-r'], ['cyrillic', 'iso-8859-5'], ['greek', 'iso-8859-7'],
])

/** What mail programs wrote around the label: quotes, blanks, NUL, a language (RFC 2231 §5). */
const EDGE_JUNK = /^[\s"'\0<=]{1,60}|[\s"'\0;,>\\]{1,60}$/g
const LABEL_CHARS_MAX = 60
/** Labels seen are remembered; a hostile sender must not fill the memory with them. */
const REMEMBERED_MAX = 200

const remembered = new Map<string, Charset>()

/** What the label stands for; `undefined` where nobody knows it. */
export function readCharset(label: string | undefined): Charset | undefined {
  if (label === undefined) return UNLABELLED
  if (label.length > LABEL_CHARS_MAX) return undefined
  const known = remembered.get(label)
  if (known !== undefined) return known
  const found = findCharset(label)
  if (found !== undefined && remembered.size < REMEMBERED_MAX) remembered.set(label, found)
  return found
}

function findCharset(label: string): Charset | undefined {
  let name = label.replace(EDGE_JUNK, '').toLowerCase()
  const star = name.indexOf('*')
  if (star >= 0) name = name.slice(0, star)
  if (name.startsWith('charset=')) name = name.slice(8).replace(EDGE_JUNK, '')
  const candidates = spellings(name)
  // Ours come first: to a TextDecoder `ansi_x3.4-1968`, which is ASCII, is windows-1252.
  for (const candidate of candidates) {
    const own = OWN.get(candidate)
    if (own !== undefined) return own
  }
  for (const candidate of candidates) {
    const decoder = platformDecoder(ALIASES.get(candidate) ?? candidate)
    if (decoder !== undefined) {
      const asciiBytes = !/^(?:utf-16|iso-2022)/.test(decoder.encoding)
      return { kind: 'platform', decoder, asciiBytes }
    }
  }
  return undefined
}

/**
 * `ISO_8859_1`, `cp-1251` and `win1250` are understood as `iso-8859-1`, `windows-1251` and
 * `windows-1250`.
 */
function spellings(name: string): string[] {
  const dashed = name.replace(/[_ ]/g, '-')
  const iso = /^(?:x-)?iso-?8859-?(\d{1,2})/.exec(dashed)
  const windows = /^(?:x-)?(?:cp|win|windows|ms|ansi)-?(125[0-8]|874)/.exec(dashed)
  const codePage = /^(?:x-)?(?:cp|ibm|dos|oem)-?(\d{3,5})$/.exec(dashed)
  return [
    name,
    dashed,
    ...(iso === null ? [] : [`iso-8859-${iso[1]}`]),
    ...(windows === null ? [] : [`windows-${windows[1]}`]),
    ...(codePage === null ? [] : [`cp${codePage[1]}`, `ibm${codePage[1]}`]),
  ]
}

function platformDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { ignoreBOM: false })
  } catch {
    return undefined
  }
}
