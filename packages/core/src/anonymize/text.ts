// Text without private names: addresses, hosts, IP addresses, directory names, long identifiers and the
// names of the dictionary are replaced wherever they stand. Three modes say what happens to the other words.

import { isAscii } from '../text/bytes.ts'
import { replaceAddress, replaceDirectoryValue } from './address.ts'
import { fillWords } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { isIpv4, isIpv6, keptEnding, looksLikeHost, replaceHost, replaceIp } from './hosts.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * `keep`: what a server or a report says stays · `known`: only words that the engine knows stay ·
 * `fill`: none stays · `name`: words are people's names.
 */
export type TextMode = 'keep' | 'known' | 'fill' | 'name'

/** Characters of one half of an address. */
const HALF_CHARS_MAX = 256
/** Runs without blanks, brackets and quotes. */
const CHUNK = /[^\s<>()[\]{}"'`,;|\u3000-\u303f\uff08\uff09\uff0c\uff1a]+/g
const ASCII_RUN = /[\x21-\x7e]+/g
const ATOM = /[A-Za-z\d_.-]+/g
/** `/O=Org/OU=Site/CN=Jane Doe`: names of X.500 and X.400. */
const DIRECTORY = /(\/(?:o|ou|cn|a|p|s|g|i|dd?[a-z\d.]{0,20}|rfc-?822)=)([^/\n;<>"=]{1,100})/gi
/** `charset=`, `d=`, `helo=`: what follows is looked at for itself. */
const KEY = /^(?:[a-z][a-z\d_-]{0,24}=(?!=|$)){1,3}/i
/** A boundary must stay the same everywhere. */
const BOUNDARY_BEFORE = /boundary {0,3}= {0,3}"?$/i
const ID_CONTEXT =
  /\b((?:e?smtps?a?|lmtp)?[ -]?id|qid|queue[- ]id|queued as|msgid|log[- ]id|ticket|session|tracking)([ :#=]{1,3})([A-Za-z\d][A-Za-z\d._-]{4,60})/gi
/** Also within names: `2015.01.01-192.0.2.8`. */
const ANY_IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g
const PHONE = /\+\d[\d ().-]{7,18}\d/g

export class TextReplacer {
  private readonly pseudonyms: Pseudonyms
  private readonly dictionary: Dictionary
  private readonly vocabulary: Vocabulary

  constructor(pseudonyms: Pseudonyms, dictionary: Dictionary, vocabulary: Vocabulary) {
    this.pseudonyms = pseudonyms
    this.dictionary = dictionary
    this.vocabulary = vocabulary
  }

  replace(written: string, mode: TextMode): string {
    const text = this.replaceDirectoryNames(written)
    const out = new Output((plain) => this.replaceWords(plain, mode))
    let done = 0
    let at = nextSign(text, 0)
    while (at >= 0) {
      const found = addressAt(text, at, done)
      if (found !== undefined) {
        this.replaceChunks(text.slice(done, found.from), out)
        out.add(this.replaceFound(text, found))
        done = found.to
      }
      at = nextSign(text, Math.max(done, at + 1))
    }
    this.replaceChunks(text.slice(done), out)
    return out.end()
  }

  /** Only hosts, addresses and IP addresses; what a boundary may hold (RFC 2046 §5.1.1) comes out as one. */
  replaceBoundary(boundary: string): string {
    return boundary.replace(ATOM, (atom) => this.replaceName(atom) ?? atom)
  }

  private replaceFound(text: string, found: FoundAddress): string {
    const local = text.slice(found.from, found.sign)
    const sign = text.slice(found.sign, found.domain)
    const address = replaceAddress(local, text.slice(found.domain, found.to), this.pseudonyms)
    return sign === '@' ? address : address.replace('@', sign)
  }

  private replaceDirectoryNames(text: string): string {
    if (!text.includes('/') || !text.includes('=')) return text
    return text.replace(DIRECTORY, (_, key: string, value: string) => {
      const inner = /^(.+)\(a\)(.+)$/.exec(value)
      if (inner === null) return key + replaceDirectoryValue(value, this.pseudonyms)
      const [, local = '', domain = ''] = inner
      return key + replaceAddress(local, domain, this.pseudonyms).replace('@', '(a)')
    })
  }

  private replaceChunks(text: string, out: Output): void {
    let done = 0
    for (const chunk of text.matchAll(CHUNK)) {
      for (const run of chunk[0].matchAll(ASCII_RUN)) {
        const from = chunk.index + run.index
        out.addPlain(text.slice(done, from))
        this.replaceRun(run[0], out)
        done = from + run[0].length
      }
    }
    out.addPlain(text.slice(done))
  }

  private replaceRun(written: string, out: Output): void {
    const key = KEY.exec(written)?.[0] ?? ''
    out.addPlain(key)
    const run = written.slice(key.length)
    if (BOUNDARY_BEFORE.test(out.tail())) {
      out.add(this.replaceBoundary(run))
      return
    }
    const tail = /[.:!?]{1,20}$/.exec(run)?.[0] ?? ''
    const core = run.slice(0, run.length - tail.length)
    if (core.includes('://')) out.add(this.replaceUrl(core))
    else if (isIpv6(core)) out.add(replaceIp(core, this.pseudonyms))
    else if (/^ipv6:/i.test(core) && isIpv6(core.slice(5))) out.add(core.slice(0, 5) + replaceIp(core.slice(5), this.pseudonyms))
    else if (!looksLikeHost(core) && isBlob(core)) out.add(this.pseudonyms.token(core))
    else this.replaceAtoms(core, out)
    out.addPlain(tail)
  }

  private replaceAtoms(run: string, out: Output): void {
    let done = 0
    for (const { 0: atom, index } of run.matchAll(ATOM)) {
      const name = atom.replace(/^[.-]{1,9}|[.-]{1,9}$/g, '')
      const replaced = this.replaceAtom(name)
      if (replaced === undefined) continue
      const from = index + atom.indexOf(name)
      out.addPlain(run.slice(done, from))
      out.add(replaced)
      done = from + name.length
    }
    out.addPlain(run.slice(done))
  }

  private replaceAtom(atom: string): string | undefined {
    return this.replaceName(atom) ?? (isBlob(atom) ? this.pseudonyms.token(atom) : undefined)
  }

  /** An IP address or a host name, also between digits: `1719383365mx.example.org671486`. */
  private replaceName(atom: string): string | undefined {
    if (isIpv4(atom)) return replaceIp(atom, this.pseudonyms)
    if (looksLikeHost(atom)) return replaceHost(atom, this.pseudonyms)
    const inner = /^(\d{4,20})([A-Za-z].*[A-Za-z])(\d{0,20})$/.exec(atom)
    if (inner === null || !looksLikeHost(inner[2] as string)) return undefined
    return `${inner[1]}${replaceHost(inner[2] as string, this.pseudonyms)}${inner[3]}`
  }

  private replaceUrl(url: string): string {
    const match = /^(.{0,60}?:\/\/)([^/?#:]*)(.*)$/s.exec(url)
    if (match === null) return this.pseudonyms.token(url)
    const [, scheme = '', host = '', rest = ''] = match
    const name = host.toLowerCase()
    const isKept = keptEnding(name) !== '' && !rest.includes('%')
    return scheme + (isIpv4(host) ? replaceIp(host, this.pseudonyms) : replaceHost(host, this.pseudonyms)) +
      rest.replace(/[A-Za-z\d._~-]+/g, (piece) => this.replaceUrlPiece(piece, isKept))
  }

  private replaceUrlPiece(piece: string, isKept: boolean): string {
    if (isIpv4(piece)) return replaceIp(piece, this.pseudonyms)
    if (looksLikeHost(piece)) return replaceHost(piece, this.pseudonyms)
    if (piece.length < 3) return piece
    if (isKept) return isBlob(piece) ? this.pseudonyms.token(piece) : piece
    return this.vocabulary.isKnown(piece) ? piece : this.pseudonyms.token(piece)
  }

  private replaceWords(written: string, mode: TextMode): string {
    const plain = written.replace(ANY_IPV4, (ip) => isIpv4(ip) ? replaceIp(ip, this.pseudonyms) : ip)
    switch (mode) {
      case 'keep': return this.replaceIds(this.dictionary.replace(plain))
      case 'known': return this.fillUnknown(this.dictionary.replace(plain))
      case 'fill': return fillWords(plain, this.pseudonyms)
      case 'name': return plain.replace(/[\p{L}\p{M}]{2,}/gu, (word) => this.pseudonyms.name(word))
    }
  }

  private replaceIds(text: string): string {
    return text
      .replace(ID_CONTEXT, (whole, context: string, gap: string, id: string) =>
        /\d/.test(id) && /[A-Za-z]/.test(id) ? context + gap + this.pseudonyms.token(id) : whole)
      .replace(PHONE, (number) => this.pseudonyms.token(number))
  }

  /** Words that the engine knows stay, and numbers that could be codes, times and years. */
  private fillUnknown(text: string): string {
    const known = this.vocabulary.knownCharacters(text)
    return text.replace(/[\p{L}\p{M}]+|\d{5,}/gu, (word, at: number) => {
      if (/\d/.test(word)) return this.pseudonyms.token(word)
      if (isAscii(word) || !/[\u0e00-\u0e7f\u2e80-\uffdc]/.test(word)) {
        return known[at] === 1 || this.vocabulary.isProse(word) ? word : this.pseudonyms.word(word)
      }
      return this.fillUnspaced(word, known.subarray(at))
    })
  }

  /** Without spaces between words, stretches of unknown characters are replaced. */
  private fillUnspaced(text: string, known: Uint8Array): string {
    let out = ''
    let from = 0
    while (from < text.length) {
      let to = from
      while (to < text.length && known[to] === known[from]) to++
      const piece = text.slice(from, to)
      out += known[from] === 1 ? piece : this.pseudonyms.word(piece)
      from = to
    }
    return out
  }

  replaceToken(token: string): string {
    return this.pseudonyms.token(token)
  }

  /** A host name without its domain. */
  replaceBareHost(name: string): string {
    return replaceHost(name, this.pseudonyms)
  }
}

/** Collects what is final, and plain text until its words can be replaced together. */
class Output {
  private text = ''
  private plain = ''
  private readonly finish: (plain: string) => string

  constructor(finish: (plain: string) => string) {
    this.finish = finish
  }

  add(final: string): void {
    this.flush()
    this.text += final
  }

  addPlain(text: string): void {
    this.plain += text
  }

  /** The end of the plain text that waits. */
  tail(): string {
    return this.plain.slice(-20)
  }

  end(): string {
    this.flush()
    return this.text
  }

  private flush(): void {
    if (this.plain !== '') this.text += this.finish(this.plain)
    this.plain = ''
  }
}

/** Versions and media types are no identifiers. */
const NO_BLOB = /^(?:\d{1,2}\.\d{1,4}\.\d|(?:text|message|multipart|application|image|audio|video)\/)/i

/** Long runs that mix digits and letters, or are longer than any word: identifiers, signatures, keys. */
export function isBlob(text: string): boolean {
  if (text.length < 12 || !/^[\w+/=.~!*$-]+$/.test(text) || NO_BLOB.test(text)) return false
  const digits = text.length - text.replace(/\d/g, '').length
  if (/^[\da-f-]+$/i.test(text)) return digits >= 2 && digits < text.length
  if (text.length < 16) return false
  const isMixed = /[A-Z]/.test(text) && /[a-z]/.test(text)
  if (digits >= 3 || (digits >= 1 && isMixed)) return /[A-Za-z]/.test(text)
  return text.length >= 40 && isMixed && !/[._-]/.test(text)
}

type FoundAddress = { readonly from: number; readonly sign: number; readonly domain: number; readonly to: number }

/** The next `@`, or its spelling in links and quoted-printable. */
function nextSign(text: string, from: number): number {
  const plain = text.indexOf('@', from)
  const coded = text.indexOf('%40', from)
  return plain < 0 ? coded : coded < 0 ? plain : Math.min(plain, coded)
}

function addressAt(text: string, sign: number, start: number): FoundAddress | undefined {
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
  const literal = text.charCodeAt(from) === 91 ? /^\[[\w.:]{1,60}\]/.exec(text.slice(from, from + 70)) : null
  if (literal !== null) return from + literal[0].length
  const beginsUnspaced = isUnspaced(text.charCodeAt(from))
  const stop = Math.min(text.length, from + HALF_CHARS_MAX)
  let to = from
  while (to < stop) {
    const code = text.charCodeAt(to)
    const isPart = isHostCode(code) || (code > 0xbf && (beginsUnspaced || !isUnspaced(code)))
    // `\x{4F8B}` of internationalised addresses in 7 bits (RFC 6533 §3).
    const escape = code === 92 ? /^\\x\{[\da-f]{1,6}\}/i.exec(text.slice(to, to + 12))?.[0].length ?? 0 : 0
    if (!isPart && escape === 0) break
    to += escape === 0 ? 1 : escape
  }
  while (to > from && /[._-]/.test(text.charAt(to - 1))) to--
  return to
}

function isHostCode(code: number): boolean {
  const letter = code | 32
  return (code >= 48 && code <= 57) || (letter >= 97 && letter <= 122) || code === 45 || code === 46 || code === 95
}

/** Everything but blanks, controls and the signs that stand around an address in prose. */
function isLocalCode(code: number): boolean {
  if (code <= 32 || code === 127 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f)) return false
  return !'"(),:;<>@[]|'.includes(String.fromCharCode(code)) && code !== 0xa0
}

function isUnspaced(code: number): boolean {
  return (code >= 0xe00 && code <= 0xe7f) || code >= 0x2e80
}
