// Remembers verdicts of replies that were judged before: servers say the same words to many.

import type { Verdict } from '../rules/types.ts'
import type { ReplyInput } from './read-reply.ts'

/** Replies of a generation; there are two, so that at most twice as many are kept. */
const REMEMBERED_MAX: number = 1_024
/** Longer texts name addresses and ids and hardly come again; 1,000 short ones are about 2 MB. */
const TEXT_CHARS_MAX = 1_024

/** Cases of one text that are looked through: the codes and receivers of a sentence are few. */
const CASES_MAX = 16

type Judge = (input: ReplyInput) => Verdict
/** The number of the receiver that a host belongs to, -1 where none is known. */
type ReceiverOf = (host: string) => number

type Remembered = {
  readonly input: ReplyInput
  readonly receiver: number
  readonly verdict: Verdict
  /** The same text with other things known beside it. */
  readonly next: Remembered | undefined
}

/** Verdicts by text. */
class Generation {
  size = 0
  private readonly cases = new Map<string, Remembered>()

  find(input: ReplyInput, receiver: number): Remembered | undefined {
    let known = this.cases.get(input.text)
    for (let left = CASES_MAX; known !== undefined && left > 0; left--) {
      if (known.receiver === receiver && isSame(known.input, input)) return known
      known = known.next
    }
    return undefined
  }

  add(input: ReplyInput, receiver: number, verdict: Verdict): void {
    this.cases.set(input.text, { input, receiver, verdict, next: this.cases.get(input.text) })
    this.size++
  }
}

/**
 * The same judge, quicker where a reply comes again. All that a verdict depends on is compared as
 * it is: nothing of a text, not even an address, is taken for the same as something else. Of a host
 * only the receiver counts. Each call gets a verdict of its own.
 */
export function withMemory(
  judge: Judge, receiverOf: ReceiverOf, max: number = REMEMBERED_MAX,
): Judge {
  let young = new Generation()
  let old = new Generation()
  return (input) => {
    const { text, replyCode, enhancedCode, command, host, failed } = input
    const isOwn = input.ourIps !== undefined || input.ourDomains !== undefined
    if (text.length > TEXT_CHARS_MAX || isOwn || max === 0) return judge(input)
    const receiver = host === undefined ? -1 : receiverOf(host)
    const known = young.find(input, receiver)
    if (known !== undefined) return copyOf(known.verdict)
    const older = old.find(input, receiver)
    if (older !== undefined) {
      if (young.size < max) young.add(older.input, receiver, older.verdict)
      return copyOf(older.verdict)
    }
    // A piece of a longer text would keep all of that text, which may be a whole message.
    const kept = { text: unshared(text), replyCode, enhancedCode, command, host, failed }
    const verdict = judge(kept)
    if (young.size >= max) {
      old = young
      young = new Generation()
    }
    young.add({ ...kept, host: undefined }, receiver, verdict)
    return copyOf(verdict)
  }
}

function isSame(a: ReplyInput, b: ReplyInput): boolean {
  return a.replyCode === b.replyCode && a.enhancedCode === b.enhancedCode &&
    a.command === b.command && a.failed === b.failed
}

/** The same characters in memory of their own: engines cut texts without copying them. */
function unshared(text: string): string {
  return ` ${text}`.slice(1)
}

function copyOf(verdict: Verdict): Verdict {
  const because = verdict.because.map((piece) => {
    const [from, to] = piece.span
    return { ...piece, span: [from, to] as const }
  })
  const copy = { ...verdict, because }
  if (verdict.blocklist !== undefined) copy.blocklist = { ...verdict.blocklist }
  return copy
}
