// Remembers verdicts of replies that were judged before: servers say the same words to many.

import type { Verdict } from '../rules/types.ts'
import type { ReplyInput } from './read-reply.ts'

/** Replies of a generation; there are two, so that at most twice as many are kept. */
const REMEMBERED_MAX: number = 1_024
/** Longer texts name addresses and ids and hardly come again; 1,000 short ones are about 2 MB. */
const TEXT_CHARS_MAX = 1_024

type Judge = (input: ReplyInput) => Verdict
type Remembered = { readonly input: ReplyInput; readonly verdict: Verdict }

/**
 * The same judge, quicker where a reply comes again. All that a verdict depends on is compared as
 * it is: nothing of a text, not even an address, is taken for the same as something else. Each call
 * gets a verdict of its own.
 */
export function withMemory(judge: Judge, max: number = REMEMBERED_MAX): Judge {
  let young = new Map<string, Remembered>()
  let old = new Map<string, Remembered>()
  return (input) => {
    const { text } = input
    const isOwn = input.ourIps !== undefined || input.ourDomains !== undefined
    if (text.length > TEXT_CHARS_MAX || isOwn || max === 0) return judge(input)
    const known = young.get(text) ?? old.get(text)
    if (known !== undefined && isSame(known.input, input)) {
      if (young.size < max && !young.has(text)) young.set(known.input.text, known)
      return copyOf(known.verdict)
    }
    // A piece of a longer text would keep all of that text, which may be a whole message.
    const { replyCode, enhancedCode, command, host, failed } = input
    const kept = { text: unshared(text), replyCode, enhancedCode, command, host, failed }
    const verdict = judge(kept)
    if (young.size >= max) {
      old = young
      young = new Map()
    }
    young.set(kept.text, { input: kept, verdict })
    return copyOf(verdict)
  }
}

function isSame(a: ReplyInput, b: ReplyInput): boolean {
  return a.replyCode === b.replyCode && a.enhancedCode === b.enhancedCode &&
    a.command === b.command && a.host === b.host && a.failed === b.failed
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
