// Text without private names: addresses, hosts, IP addresses, directory names, long identifiers and
// the names of the dictionary are replaced wherever they stand. Three modes say what happens to the
// other words.

import { isAscii } from '../text/bytes.ts'
import { replaceAddress, replaceDirectoryValue } from './address.ts'
import { fillWords } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { addressAt, nextSign } from './find-address.ts'
import type { FoundAddress } from './find-address.ts'
import { isIpv4, isIpv6, keptEnding, looksLikeHost, replaceHost, replaceIp } from './hosts.ts'
import { isBlob } from './identifiers.ts'
import { Output } from './output.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * `keep`: what a server or a report says stays · `known`: only words that the engine knows stay ·
 * `fill`: none stays · `name`: words are people's names.
 */
export type TextMode = 'keep' | 'known' | 'fill' | 'name'

/** Runs without blanks, brackets and quotes. */
const CHUNK = /[^\s<>()[\]{}"'`,;|\u3000-\u303f\uff08\uff09\uff0c\uff1a]+/g
/** Scripts with spaces between words; host names may be in any of them. */
const SPACED_RUN = /[\x21-\x7e\u00c0-\u058f]+/g
const ATOM = /[A-Za-z\d_.\u00c0-\u058f-]+/g
/** `/O=Org/OU=Site/CN=Jane Doe`: names of X.500 and X.400. */
const DIRECTORY = /(\/(?:o|ou|cn|a|p|s|g|i|dd?[a-z\d.]{0,20}|rfc-?822)=)([^/\n;<>"=]{1,100})/gi
/** `charset=`, `d=`, `helo=`: what follows is looked at for itself. */
const KEY = /^(?:[a-z][a-z\d_-]{0,24}=(?!=|$)){1,3}/i
/** A boundary must stay the same everywhere. */
const BOUNDARY_BEFORE = /boundary {0,3}= {0,3}"?$/i
const ID_CONTEXT =
  /\b((?:e?smtps?a?|lmtp)?[ -]?id|qid|queue[- ]id|queued as|msgid|log[- ]id|ticket|session|tracking)([ :#=]{1,3})([A-Za-z\d][A-Za-z\d._-]{4,60})/gi
/** Where it is one: behind a tag, before the name of an interface. */
const IPV6 = /^(ipv6:|)([\da-f:.]{2,45})(?=(?:%\w{1,16})?$)/i
/** Numbers too long for a code, a size or a year: of customers, orders, jobs. */
const BARE_NUMBER = /(?<!\w|\w[.:/@-])\d{9,20}(?!\w|[.:/@-]\w)/g
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

  /**
   * Only hosts, addresses and IP addresses; what a boundary may hold (RFC 2046 §5.1.1) comes out as
   * one.
   */
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
      for (const run of chunk[0].matchAll(SPACED_RUN)) {
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
    const ipv6 = IPV6.exec(core)
    if (core.includes('://')) out.add(this.replaceUrl(core))
    else if (ipv6 !== null && isIpv6(ipv6[2] as string)) {
      const [tagged, tag = '', ip = ''] = ipv6
      out.add(tag + replaceIp(ip, this.pseudonyms) + core.slice(tagged.length))
    } else if (!looksLikeHost(core) && isBlob(core)) out.add(this.pseudonyms.token(core))
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
    const match = /^([^/:]{0,60}:\/\/)([^/?#:]{0,255})/.exec(url)
    if (match === null) return this.pseudonyms.token(url)
    const [start, scheme = '', host = ''] = match
    const rest = url.slice(start.length)
    const name = host.toLowerCase()
    const isKept = keptEnding(name) !== '' && !rest.includes('%')
    return (
      scheme +
      (isIpv4(host) ? replaceIp(host, this.pseudonyms) : replaceHost(host, this.pseudonyms)) +
      rest.replace(/[A-Za-z\d._~-]+/g, (piece) => this.replaceUrlPiece(piece, isKept))
    )
  }

  private replaceUrlPiece(piece: string, isKept: boolean): string {
    if (isIpv4(piece)) return replaceIp(piece, this.pseudonyms)
    if (looksLikeHost(piece)) return replaceHost(piece, this.pseudonyms)
    if (piece.length < 3) return piece
    if (isKept) return isBlob(piece) ? this.pseudonyms.token(piece) : piece
    return this.vocabulary.isKnown(piece) ? piece : this.pseudonyms.token(piece)
  }

  private replaceWords(written: string, mode: TextMode): string {
    const plain = written.replace(ANY_IPV4, (ip) =>
      isIpv4(ip) ? replaceIp(ip, this.pseudonyms) : ip,
    )
    switch (mode) {
      case 'keep':
        return this.dictionary.replace(plain, (rest) => this.replaceIds(rest))
      case 'known':
        return this.dictionary.replace(plain, (rest) => this.fillUnknown(rest))
      case 'fill':
        return fillWords(plain, this.pseudonyms)
      case 'name':
        return plain.replace(/[\p{L}\p{M}]{2,}/gu, (word) => this.pseudonyms.name(word))
    }
  }

  private replaceIds(text: string): string {
    return text
      .replace(ID_CONTEXT, (whole, context: string, gap: string, id: string) =>
        /\d/.test(id) && /[A-Za-z]/.test(id) ? context + gap + this.pseudonyms.token(id) : whole,
      )
      .replace(PHONE, (number) => this.pseudonyms.token(number))
      .replace(BARE_NUMBER, (number) => this.pseudonyms.token(number))
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
