// Character references in HTML (HTML Standard §13.5): the named ones that mail uses, and numbers.

import { hexValue } from './quoted-printable.ts'

/** U+00A0 to U+00FF in order. */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml'

const OTHERS =
  'quot=" amp=& lt=< gt=> apos=\' OElig=Œ oelig=œ Scaron=Š scaron=š Zcaron=Ž zcaron=ž Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ ' +
  'ndash=– mdash=— horbar=― lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=• hellip=… ' +
  'permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€ trade=™ numero=№ larr=← uarr=↑ rarr=→ darr=↓ ' +
  'harr=↔ crarr=↵ rArr=⇒ lArr=⇐ minus=− infin=∞ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sum=∑ radic=√ loz=◊ check=✓ ' +
  'cross=✗ star=☆ starf=★ phone=☎ excl=! num=# dollar=$ percnt=% lpar=( rpar=) ast=* plus=+ comma=, period=. sol=/ ' +
  'colon=: semi=; equals== quest=? commat=@ lsqb=[ lbrack=[ bsol=\\ rsqb=] rbrack=] Hat=^ lowbar=_ grave=` lcub={ ' +
  'lbrace={ verbar=| vert=| rcub=} rbrace=} hyphen=‐ dash=‐ Alpha=Α Beta=Β Gamma=Γ Delta=Δ Omega=Ω alpha=α beta=β ' +
  'gamma=γ delta=δ epsilon=ε lambda=λ mu=μ pi=π sigma=σ omega=ω inodot=ı imath=ı Idot=İ scedil=ş Scedil=Ş gbreve=ğ ' +
  'Gbreve=Ğ lstrok=ł Lstrok=Ł cacute=ć ccaron=č Ccaron=Č ecaron=ě rcaron=ř uring=ů eogon=ę aogon=ą sacute=ś zdot=ż'

/** Spaces of other widths read as a space; marks without width as nothing. */
const BLANKS = 'ensp= emsp= thinsp= nbsp= Tab= NewLine= shy zwnj zwj lrm rlm ZeroWidthSpace NoBreak'

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN1.split(' ').map((name, i) => [name, String.fromCharCode(160 + i)] as const),
  ...OTHERS.split(' ').map((pair) => [
    pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1),
  ] as const),
  ...BLANKS.split(' ').map((pair) => [pair.replace('=', ''), pair.endsWith('=') ? ' ' : ''] as const),
])

const NAME_CHARS_MAX = 16

/** Replaces every reference that is known; what is none stays. */
export function decodeEntities(text: string): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  let decoded = ''
  let plainFrom = 0
  while (at >= 0) {
    const end = referenceEnd(text, at + 1)
    const character = readReference(text.slice(at + 1, end))
    if (character !== undefined) {
      decoded += text.slice(plainFrom, at) + character
      plainFrom = text.charCodeAt(end) === 59 ? end + 1 : end
    }
    at = text.indexOf('&', at + 1)
  }
  return decoded + text.slice(plainFrom)
}

function referenceEnd(text: string, from: number): number {
  const stop = Math.min(text.length, from + NAME_CHARS_MAX)
  let i = text.charCodeAt(from) === 35 ? from + 1 : from
  while (i < stop) {
    const code = text.charCodeAt(i)
    const letter = code | 32
    if (!((letter >= 97 && letter <= 122) || (code >= 48 && code <= 57))) break
    i++
  }
  return i
}

function readReference(name: string): string | undefined {
  if (name.charCodeAt(0) !== 35) return NAMED.get(name)
  const isHex = (name.charCodeAt(1) | 32) === 120
  const digits = name.slice(isHex ? 2 : 1)
  let code = digits === '' ? -1 : 0
  for (let i = 0; i < digits.length && code >= 0; i++) {
    const digit = hexValue(digits.charCodeAt(i))
    code =
      digit < 0 || (!isHex && digit > 9) ? -1 : Math.min(code * (isHex ? 16 : 10) + digit, 0x110000)
  }
  if (code < 0) return undefined
  return characterOf(code)
}

/** Numbers 128–159 mean windows-1252, as browsers read them; others without a character vanish. */
function characterOf(code: number): string {
  if (code >= 128 && code <= 159) return new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  if (code === 160) return ' '
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0xfeff) return ''
  const isControl = code < 32 && code !== 9 && code !== 10
  if (isControl || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return String.fromCodePoint(code)
}
