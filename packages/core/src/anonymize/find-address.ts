// Where addresses stand in text of any script: around `@`, or its spelling in links. Wider than
// what reads addresses of reports, since here a missed one would be published.

/** Characters of one half of an address. */
const HALF_CHARS_MAX = 256

export type FoundAddress = {
  readonly from: number
  readonly sign: number
  readonly domain: number
  readonly to: number
}

/** The next `@`, or its spelling in links and quoted-printable. */
export function nextSign(text: string, from: number): number {
  const plain = text.indexOf('@', from)
  const coded = text.indexOf('%40', from)
  return plain < 0 ? coded : coded < 0 ? plain : Math.min(plain, coded)
}

export function addressAt(text: string, sign: number, start: number): FoundAddress | undefined {
  const domain = sign + (text.charCodeAt(sign) === 64 ? 1 : 3)
  const to = domainEnd(text, domain)
  const from = localStart(text, sign, start)
  return to > domain && from < sign ? { from, sign, domain, to } : undefined
}

function localStart(text: string, sign: number, start: number): number {
  const stop = Math.max(start, sign - HALF_CHARS_MAX)
  if (text.charCodeAt(sign - 1) === 34) {
    const open = text.lastIndexOf('"', sign - 2)
    return open >= stop && !text.slice(open, sign).includes('\n') ? open : sign
  }
  let from = sign
  while (from > stop && isLocalCode(text.charCodeAt(from - 1))) from--
  // Prose without spaces runs into addresses: it is part of one only where nothing else is.
  let unspaced = sign
  while (unspaced > from && !isUnspaced(text.charCodeAt(unspaced - 1))) unspaced--
  if (unspaced < sign) from = unspaced
  while (from < sign && /['*`=.~-]/.test(text.charAt(from)) && text.charAt(from + 1) !== '?') from++
  return from
}

function domainEnd(text: string, from: number): number {
  const literal =
    text.charCodeAt(from) === 91 ? /^\[[\w.:]{1,60}\]/.exec(text.slice(from, from + 70)) : null
  if (literal !== null) return from + literal[0].length
  const beginsUnspaced = isUnspaced(text.charCodeAt(from))
  const stop = Math.min(text.length, from + HALF_CHARS_MAX)
  let to = from
  while (to < stop) {
    const code = text.charCodeAt(to)
    const isPart = isHostCode(code) || (code > 0xbf && (beginsUnspaced || !isUnspaced(code)))
    // `\x{4F8B}` of internationalised addresses in 7 bits (RFC 6533 §3).
    const escape =
      code === 92 ? (/^\\x\{[\da-f]{1,6}\}/i.exec(text.slice(to, to + 12))?.[0].length ?? 0) : 0
    if (!isPart && escape === 0) break
    to += escape === 0 ? 1 : escape
  }
  while (to > from && /[._-]/.test(text.charAt(to - 1))) to--
  return to
}

function isHostCode(code: number): boolean {
  const letter = code | 32
  return (
    (code >= 48 && code <= 57) ||
    (letter >= 97 && letter <= 122) ||
    code === 45 ||
    code === 46 ||
    code === 95
  )
}

/** Everything but blanks, controls and the signs that stand around an address in prose. */
function isLocalCode(code: number): boolean {
  if (
    code <= 32 ||
    code === 127 ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x303f)
  )
    return false
  return !'"(),:;<>@[]|'.includes(String.fromCharCode(code)) && code !== 0xa0
}

function isUnspaced(code: number): boolean {
  return (code >= 0xe00 && code <= 0xe7f) || code >= 0x2e80
}
