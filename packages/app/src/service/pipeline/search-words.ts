// By which words and facts an event is found: the same for what is stored and what is asked.

import { hash } from 'node:crypto'
import type { CaromEvent } from '@carom/core'

/** What is known of an event beside itself. */
export type IndexedEvent = {
  readonly tenant: string
  readonly source: string
  readonly address: string
  readonly domain: string
  readonly list: string
  readonly campaign: string
  readonly receiver: string
  readonly fault: string
  readonly receivedAt: number
  readonly counted: boolean
  readonly event: CaromEvent
}

export type FactName =
  | 'kind' | 'reason' | 'remedy' | 'fault' | 'receiver' | 'domain' | 'list' | 'source' |
  'campaign' | 'counted' | 'code' | 'rule' | 'blocklist' | 'time' | 'all'

const LETTERS: Readonly<Record<FactName, string>> = {
  kind: 'k', reason: 'r', remedy: 'm', fault: 'f', receiver: 'v', domain: 'd', list: 'l',
  source: 's', campaign: 'c', counted: 'n', code: 'o', rule: 'u', blocklist: 'b', time: 't',
  all: 'a',
}

const DAY_MS = 86_400_000
/** So many days are one fact each, so that any time is few words. */
const STEPS = [1, 4, 16, 64] as const
const DIAGNOSTIC_CHARS_MAX = 2_000
const SUBJECT_CHARS_MAX = 300
const WORD_CHARS_MAX = 40
const WORDS_MAX = 150
const RULES_MAX = 4
const TOKEN_CHARS = 11
const REMEMBERED_MAX = 20_000

/** Facts come again and again, and hashing takes longer than looking up. */
const remembered = new Map<string, string>()

/** A fact as one word: of a tenant, so that none is found by another. */
export function factWord(tenant: string, name: FactName, value: string): string {
  const key = `${name} ${tenant}\n${value}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const digits = BigInt(`0x${hash('sha256', key, 'hex').slice(0, 14)}`).toString(36)
  const word = `x${LETTERS[name]}${digits.slice(0, TOKEN_CHARS)}`
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(key, word)
  return word
}

export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS)
}

/** Words of which each day from `first` to `last` has one, and no other day has any. */
export function timeWords(tenant: string, first: number, last: number): string[] {
  const words: string[] = []
  for (let day = first; day <= last;) {
    const step = STEPS.findLast((days) => day % days === 0 && day + days - 1 <= last) ?? 1
    words.push(factWord(tenant, 'time', `${step} ${day / step}`))
    day += step
  }
  return words
}

/** All words of an event, with blanks between them; `textWords` are those of its texts. */
export function wordsOf(indexed: IndexedEvent, textWords: string): string {
  const { tenant, address } = indexed
  const facts = factsOf(indexed).map(([name, value]) => factWord(tenant, name, value))
  return `${facts.join(' ')} ${markWords(address)} ${textWords}`
}

/** The words of the texts of an event, with blanks between them. */
export function textWordsOf({ original, diagnostic = '', remoteMta = '' }: CaromEvent): string {
  return markWords([
    original?.subject?.slice(0, SUBJECT_CHARS_MAX) ?? '', original?.messageId ?? '', remoteMta,
    diagnostic.slice(0, DIAGNOSTIC_CHARS_MAX),
  ].join('\n'))
}

/** Words of a text, each once and marked as no facts. */
function markWords(text: string): string {
  const words = [...new Set(splitWords(text))].slice(0, WORDS_MAX)
  return words.map((word) => `w${word}`).join(' ')
}

function factsOf(indexed: IndexedEvent): (readonly [FactName, string])[] {
  const { event, receivedAt, source, domain, list, campaign, receiver, fault, counted } = indexed
  const day = dayOf(receivedAt)
  const facts: (readonly [FactName, string])[] = [
    ['all', ''], ['kind', event.kind], ['reason', event.reason], ['remedy', event.remedy],
    ['fault', fault], ['receiver', receiver], ['domain', domain], ['list', list],
    ['source', source], ['counted', String(counted)],
    ...STEPS.map((step) => ['time', `${step} ${Math.floor(day / step)}`] as const),
  ]
  if (campaign !== '') facts.push(['campaign', campaign])
  if (event.replyCode !== undefined) facts.push(['code', String(event.replyCode)])
  if (event.enhancedCode !== undefined) facts.push(['code', event.enhancedCode])
  if (event.blocklist !== undefined) facts.push(['blocklist', event.blocklist.name])
  for (const { rule } of event.because.slice(0, RULES_MAX)) facts.push(['rule', rule])
  return facts
}

/** Scripts that are written without blanks: two letters at a time are a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** Numbers with dots, such as codes and addresses of hosts, are one word. */
const WORD = /\d{1,20}(?:\.\d{1,20}){1,8}|[\p{L}\p{M}\p{N}]{1,200}/gu

/** The words of a text, in lower case; codes with an x for each dot. */
export function splitWords(text: string): string[] {
  const words: string[] = []
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) words.push(...pairsOf(word))
    else words.push(word.replaceAll('.', 'x').slice(0, WORD_CHARS_MAX))
  }
  return words
}

function pairsOf(word: string): string[] {
  const letters = [...word].slice(0, DIAGNOSTIC_CHARS_MAX)
  if (letters.length === 1) return [word]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
