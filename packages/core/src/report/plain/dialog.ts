// SMTP dialogs that reporters paste (`>>> RCPT To:<x>`, `<<< 550 …`, `550 <x>... User unknown`):
// which exchange is about which recipient.

import { scanAddresses } from './address-scan.ts'
import type { Line } from './lines.ts'
import type { HumanText } from './scan.ts'

export type DialogRecipient = {
  readonly address: string
  readonly from: number
  readonly to: number
  readonly line: number
  /** Only replies of the other server name it. */
  readonly isQuoted: boolean
  /** The exchanges about it, lines joined with spaces. */
  readonly text: string
}

const SENT = /^(?:>>> ?|sent <<< ?)/i
const RECEIVED = /^(?:<<< ?|received >>> ?)/i
const RESULT = /^(?:[245]\d\d[ -]|<[^>]{1,320}>\.\.\.)/
/** Before the sender: `Too many hops: from <a> via b, to <c>`. */
const FROM = /\bfrom:? ?$/i
const TALKING = /^(?:\.\.\. ?)?while talking to /i

/** True where the lines of a dialog stand in the text. */
export function hasDialog(human: HumanText): boolean {
  return human.text.indexOf('<<< ') >= 0 || human.text.indexOf('>>> ') >= 0
}

type Walk = {
  readonly human: HumanText
  readonly found: Map<string, DialogRecipient>
  /** Lines since the last one that named its recipient. */
  pending: string[]
  /** The recipient of the last line, for lines that are wrapped. */
  last: string | undefined
}

/**
 * Recipients in the order of the dialog; senders that a reply quotes are left out by the caller.
 */
export function readDialog(human: HumanText): DialogRecipient[] {
  const walk: Walk = { human, found: new Map(), pending: [], last: undefined }
  human.lines.forEach((line, index) => readLine(walk, line, index))
  return [...walk.found.values()]
}

function readLine(walk: Walk, line: Line, index: number): void {
  const { human } = walk
  const words = human.text.slice(line.start, line.to).trim()
  if (words === '') {
    walk.last = undefined
    return
  }
  if (SENT.test(words) || TALKING.test(words)) {
    walk.pending.push(words)
    const isRecipient = /\brcpt to/i.test(words)
    walk.last = isRecipient ? claim(walk, line, index, '', false) : undefined
  } else if (RECEIVED.test(words)) {
    // The answer to RCPT is about its recipient, by whatever address the server knows it.
    const { last } = walk
    if (last !== undefined && !namesKnown(walk, line)) append(walk, last, words, true)
    else if (claim(walk, line, index, words, true) === undefined) walk.pending.push(words)
  } else if (RESULT.test(words)) {
    walk.last = claim(walk, line, index, words, false) ?? walk.last
  } else if (walk.last !== undefined && line.indent > 0) append(walk, walk.last, words, true)
}

function namesKnown({ human, found }: Walk, line: Line): boolean {
  return scanAddresses(human.text, line.start, line.to)
    .some(({ address }) => found.has(address.toLowerCase()))
}

/** Gives the waiting lines and this one to the address on it. */
function claim(
  walk: Walk,
  line: Line,
  index: number,
  words: string,
  isQuoted: boolean,
): string | undefined {
  const { text: whole } = walk.human
  const spans = scanAddresses(whole, line.start, line.to)
  const span = spans.find(({ from }) => !FROM.test(whole.slice(line.start, from))) ?? spans[0]
  if (span === undefined) return undefined
  const key = span.address.toLowerCase()
  const text = [...walk.pending, words].filter((one) => one !== '').join(' ')
  const known = walk.found.get(key)
  if (known === undefined) {
    const { address, from, to } = span
    walk.found.set(key, { address, from, to, line: index, isQuoted, text })
  } else append(walk, key, text, isQuoted)
  walk.pending = []
  return key
}

function append(walk: Walk, key: string, words: string, isQuoted: boolean): void {
  const known = walk.found.get(key)
  if (known === undefined) return
  const text = known.text === '' ? words : `${known.text} ${words}`
  walk.found.set(key, { ...known, isQuoted: known.isQuoted && isQuoted, text })
}
