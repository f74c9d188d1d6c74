// What stands for a private value: the same for the same value and seed, and no way back from it
// without the seed. Identities come from SHA-256; words and digits of text from a quick hash, as
// many values share one of them.

import { contentKey } from '../text/sha256.ts'
import { FILLER_DOMAINS, FILLER_NAMES, FILLER_WORDS, fillerLetter } from './filler.ts'

/** Identities that are remembered; a hostile input must not fill the memory. */
const REMEMBERED_MAX = 20_000
/** Networks for documentation (RFC 5737). */
const DOCUMENTATION_V4 = ['192.0.2', '198.51.100', '203.0.113']

export class Pseudonyms {
  private readonly seed: string
  private readonly start: number
  private readonly keys: Map<string, string> = new Map()

  constructor(seed: string) {
    this.seed = seed
    this.start = quickHash(seed, 0x811c9dc5)
  }

  /** For a local part: `avery.3f9a2c`. */
  local(text: string): string {
    const key = this.key('local', text.toLowerCase())
    return `${pick(FILLER_NAMES, key)}.${key.slice(8, 14)}`
  }

  /** For a registered name: `amber-3f9a`. */
  registeredName(domain: string): string {
    const key = this.key('domain', domain)
    return `${pick(FILLER_DOMAINS, key)}-${key.slice(8, 12)}`
  }

  /** For a label of a host name: `h3f9a`. */
  hostLabel(label: string): string {
    return `h${this.key('label', label).slice(0, 5)}`
  }

  /** An address for documentation; 762 of them, so two may share one. */
  ipv4(address: string): string {
    const number = Number.parseInt(this.key('ip', address).slice(0, 8), 16)
    return `${DOCUMENTATION_V4[number % 3]}.${1 + (Math.floor(number / 3) % 254)}`
  }

  /** An address for documentation (RFC 3849). */
  ipv6(address: string): string {
    const key = this.key('ip', address.toLowerCase())
    const [a, b, c] = [0, 4, 8].map((from) => key.slice(from, from + 4).replace(/^0{1,3}/, ''))
    return `2001:db8:${a}:${b}::${c}`
  }

  /** For a word of a person's name; its case is kept. */
  name(word: string): string {
    const hash = quickHash(word.toLowerCase(), this.start ^ 1)
    return likeIn(FILLER_NAMES[hash % FILLER_NAMES.length] as string, word)
  }

  /** For a word of private text: of the same script, its case kept. */
  word(word: string): string {
    const hash = quickHash(word.toLowerCase(), this.start ^ 2)
    if (fillerLetter(word.charCodeAt(0), 0) === undefined) {
      return likeIn(FILLER_WORDS[hash % FILLER_WORDS.length] as string, word)
    }
    let filled = ''
    for (let i = 0; i < word.length; i++) {
      filled += fillerLetter(word.charCodeAt(i), step(hash, i)) ?? word.charAt(i)
    }
    return filled
  }

  /** Of the same shape: digits for digits, letters for letters of the same case, signs stay. */
  token(token: string): string {
    let hash = quickHash(token, this.start ^ 3)
    const isHex = /^[\da-fA-F-]+$/.test(token)
    let out = ''
    for (let i = 0; i < token.length; i++) {
      hash = step(hash, i)
      out += likeLetter(token.charCodeAt(i), hash, isHex ? 6 : 26) ?? token.charAt(i)
    }
    return out
  }

  private key(kind: string, text: string): string {
    const name = `${kind} ${text}`
    const known = this.keys.get(name)
    if (known !== undefined) return known
    const key = contentKey(`${this.seed}\n${name}`)
    if (this.keys.size < REMEMBERED_MAX) this.keys.set(name, key)
    return key
  }
}

function pick(list: readonly string[], key: string): string {
  return list[Number.parseInt(key.slice(0, 6), 16) % list.length] as string
}

/** FNV-1a with a final mix. */
function quickHash(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return step(hash, text.length)
}

function step(hash: number, i: number): number {
  let next = Math.imul(hash ^ (i + 1), 0x85ebca6b)
  next = Math.imul(next ^ (next >>> 13), 0xc2b2ae35)
  return (next ^ (next >>> 16)) >>> 0
}

function likeLetter(code: number, hash: number, letters: number): string | undefined {
  if (code >= 48 && code <= 57) return String.fromCharCode(48 + (hash % 10))
  if (code >= 65 && code <= 90) return String.fromCharCode(65 + (hash % letters))
  if (code >= 97 && code <= 122) return String.fromCharCode(97 + (hash % letters))
  return undefined
}

/** The filler in the case of the word it stands for. */
function likeIn(filler: string, word: string): string {
  const first = word.charAt(0)
  if (first === first.toLowerCase()) return filler
  const isUpper = word.length > 1 && word === word.toUpperCase()
  return isUpper ? filler.toUpperCase() : filler.charAt(0).toUpperCase() + filler.slice(1)
}
