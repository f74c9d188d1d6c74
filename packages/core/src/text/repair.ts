// Text that was decoded wrongly somewhere on its way, read as a person reads it: UTF-8 or KOI8-R
// taken for Latin, ISO-2022-JP without its escapes, entities left over from HTML, full-width
// letters and half-width kana.

import { guessCharset } from './charset-guess.ts'
import { decodeEntities } from './html-entities.ts'
import { decodeJapaneseEscapes } from './iso2022.ts'

/** Plain ASCII without these was not damaged: most texts need no closer look. */
const ANY_SIGN = /[$&\x80-\uffff]/
/** Every damage has one of these in it. */
const SUSPECT = new RegExp([
  '[\\x80-\\xff\\u0152-\\u0192\\u02c6\\u02dc\\u2013-\\u2122]{2}', '\\$[B@]', '&[#A-Za-z]',
  '[\\uff0e\\uff10-\\uff19\\uff20-\\uff3a\\uff41-\\uff5a\\uff66-\\uff9f]', '[а-я][А-Я]{2}',
  '[РСطظ][\\x80-\\xbf\\u0402-\\u040f\\u0452-\\u0491\\u2013-\\u2122]',
].join('|'))
const FULL_WIDTH = /[\uff0e\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]/g
const FULL_WIDTH_OFFSET = 0xfee0
/** Half-width kana, with the letter before: a voicing mark may belong to a full-width one. */
const HALF_WIDTH = /[\u3041-\u30ff]?[\uff66-\uff9f]+/g
/** Where a line may be broken, or must not be, amid plain letters: nothing of it is seen. */
const UNSEEN = /[\xa0\xad\u200b\u2060\ufeff]/
const HIDDEN = /(?<=[!-~])[\xad\u200b\u2060\ufeff]+(?=[!-~])/g
const HARD_SPACE = /(?<=[ -~])\xa0(?=[ -~])/g
/** Texts that were wrongly decoded twice are seen, three times never. */
const ROUNDS_MAX = 2

/** The text as it was meant; the same string where nothing is wrong with it. */
export function repairText(text: string): string {
  if (!ANY_SIGN.test(text)) return text
  const seen = UNSEEN.test(text) ? text.replace(HIDDEN, '').replace(HARD_SPACE, ' ') : text
  return SUSPECT.test(seen) ? repairLetters(seen) : seen
}

function repairLetters(text: string): string {
  let repaired = decodeJapaneseEscapes(withEscapes(text))
  if (repaired.includes('&')) repaired = decodeEntities(repaired)
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const better = readAsBytes(repaired)
    if (better === repaired) break
    repaired = better
  }
  return repaired
    .replace(FULL_WIDTH, (unit) => String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(HALF_WIDTH, (run) => run.normalize('NFKC'))
}

/** Puts back the escapes of ISO-2022-JP (RFC 1468) where only their visible part was left. */
function withEscapes(text: string): string {
  if (text.includes('\x1b')) return text
  let repaired = ''
  let at = 0
  for (let from = text.indexOf('$B'); from >= 0; from = text.indexOf('$B', at)) {
    const back = text.indexOf('(B', from + 2)
    const end = back < 0 ? text.length : back
    if (!isDoubleByte(text, from + 2, end)) return text
    repaired += `${text.slice(at, from)}\x1b$B${text.slice(from + 2, end)}\x1b(B`
    at = back < 0 ? end : back + 2
  }
  return at === 0 ? text : repaired + text.slice(at)
}

/** Pairs of printable characters, nothing else, at least two pairs. */
function isDoubleByte(text: string, from: number, to: number): boolean {
  if (to - from < 4) return false
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit <= 0x20 || unit >= 0x7f) return false
  }
  return true
}

/** Reads the characters as the windows-1252, windows-1251 or KOI8-R bytes they were made from. */
function readAsBytes(text: string): string {
  const western = utf8Runs(text, WESTERN_RUN, 'windows-1252')
  if (western !== text) return western
  const eastern = utf8Runs(text, CYRILLIC_RUN, 'windows-1251')
  if (eastern !== text) return eastern
  const arabic = utf8Runs(text, ARABIC_RUN, 'windows-1256')
  if (arabic !== text) return arabic
  const bytes = encode(text, 'windows-1252')
  if (bytes !== undefined) {
    const charset = guessCharset(bytes)
    return charset === 'windows-1252' ? text : new TextDecoder(charset).decode(bytes)
  }
  return hasSwappedCase(text) ? swapCyrillic(text) : text
}

/** KOI8-R that was taken for windows-1251, or the other way round: the likelier letters win. */
function swapCyrillic(text: string): string {
  const read = (from: string, to: string): string => {
    const raw = encode(text, from)
    return raw === undefined ? '' : new TextDecoder(to).decode(raw)
  }
  const one = read('windows-1251', 'koi8-r')
  const other = read('koi8-r', 'windows-1251')
  const likely = (letters: string): number => letters.replace(/[^оеаинтср]/gi, '').length
  return (likely(one) >= likely(other) ? one : other) || text
}

const WESTERN_RUN = /[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{2,}/g
const ARABIC_RUN = /[\x80-\xff\u0152-\u0192\u02c6\u0600-\u06ff\u200c-\u2122]{2,}/g
const CYRILLIC_RUN = /[\x80-\xbf\u0401-\u0491\u2013-\u2122]{2,}/g

/** UTF-8 that was taken for a single-byte charset, run by run: `BoÃ®te` is `Boîte`. */
function utf8Runs(text: string, runs: RegExp, charset: string): string {
  return text.replace(runs, (run) => {
    const bytes = encode(run, charset)
    if (bytes === undefined) return run
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return run
    }
  })
}

/** Small first letters before capitals: KOI8-R that was taken for windows-1251. */
function hasSwappedCase(text: string): boolean {
  let swapped = 0
  let words = 0
  for (const word of text.split(/[^А-Яа-я]+/)) {
    if (word.length < 3) continue
    words++
    if (/^[а-я]?[А-Я]+$/.test(word) && /[а-я]/.test(word.charAt(0))) swapped++
    else if (/^[А-Я]{3,}$/.test(word)) swapped += 0.5
  }
  return words >= 2 && swapped > words * 0.6
}

const encoders = new Map<string, ReadonlyMap<string, number>>()

/** The bytes of a single-byte charset; undefined where it lacks a character. */
function encode(text: string, charset: string): Uint8Array | undefined {
  let table = encoders.get(charset)
  if (table === undefined) encoders.set(charset, table = encoderOf(charset))
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // What it has no letter for may have been left as it was: ISO 8859-1 in the strict sense.
    const byte = table.get(text.charAt(at)) ?? (unit < 0xa0 ? unit : undefined)
    if (byte === undefined) return undefined
    bytes[at] = byte
  }
  return bytes
}

function encoderOf(charset: string): ReadonlyMap<string, number> {
  const high = Uint8Array.from({ length: 128 }, (_, i) => i + 128)
  const letters = new TextDecoder(charset).decode(high)
  return new Map(Array.from(letters, (letter, i) => [letter, i + 128]))
}
