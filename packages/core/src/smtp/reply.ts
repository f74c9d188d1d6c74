// SMTP replies as they stand in texts (RFC 5321 §4.2): codes, and where the innermost reply begins.

import { findEnhancedCode, type EnhancedCode } from './enhanced-code.ts'

export type ReplyText = {
  readonly replyCode?: number
  readonly enhancedCode?: EnhancedCode
  /** The innermost reply within the text: what the refusing server itself said. */
  readonly from: number
  readonly to: number
}

/** Replies that only follow from an earlier refusal in the same session. */
const CONSEQUENCES = new Set([503, 221, 220, 250, 354])

/** … or whose words say so: Sendmail's last line, and DATA after every RCPT was refused. */
const CONSEQUENCE_WORDS =
  /^(?:554 5\.0\.0 Service unavailable|5\d\d[ -](?:5\.\d\.\d )?(?:Error: )?(?:no valid recip|no recip|need rcpt))/i
const CONSEQUENCE_CHARS = 40

/** What is written behind a quoted reply by those who quote it. */
const TAILS = [
  ' (in reply to ', ' (state ', ' Giving up on ', ' [RCPT_TO]', ' [MAIL_FROM]', ' [BODY]',
  ' 554 5.0.0 Service unavailable', ' <<< 554 5.5.1 Error: no valid', ' <<< 503 ',
]

const TAIL_CUE = /in reply to |\(state |Giving up|[A-Z]_|\[BODY|5\.0\.0 Service|<<< 5/

/** Finds the codes and the innermost reply of a text. Linear in its length. */
export function readReplyText(text: string): ReplyText {
  let from = -1
  let replyCode = 0
  let runFrom = -1
  for (let at = 0; at + 2 < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x35 && unit !== 0x34 && unit !== 0x32) {
      if (unit >= 0x30 && unit <= 0x39) at = digitsEnd(text, at) - 1
      continue
    }
    const end = digitsEnd(text, at)
    if (end !== at + 3 || !isReplyCode(text, at)) {
      at = end - 1
      continue
    }
    const code = Number(text.slice(at, end))
    if (code !== replyCode) {
      if (from === -1 || !isConsequence(text, at, code)) {
        runFrom = at
        replyCode = code
        from = at
      }
    } else from = runFrom
    at = end
  }
  const start = from === -1 ? 0 : from
  const to = endOfReply(text, start)
  const enhanced =
    findEnhancedCode(text, start, to) ?? (start > 0 ? findEnhancedCode(text, 0) : undefined)
  return {
    from: start,
    to,
    ...(replyCode === 0 ? {} : { replyCode }),
    ...(enhanced === undefined ? {} : { enhancedCode: enhanced.code }),
  }
}

/** The reply says only that an earlier one refused. */
function isConsequence(text: string, at: number, code: number): boolean {
  return CONSEQUENCES.has(code) || CONSEQUENCE_WORDS.test(text.slice(at, at + CONSEQUENCE_CHARS))
}

function endOfReply(text: string, from: number): number {
  let end = text.length
  if (!TAIL_CUE.test(text)) return end
  for (const tail of TAILS) {
    const at = text.indexOf(tail, from)
    if (at !== -1 && at < end) end = at
  }
  return end
}

/** Three digits that stand where a reply begins, not where something is counted. */
function isReplyCode(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1)
  if (second > 0x37) return false
  const next = text.charCodeAt(at + 3)
  const ends =
    Number.isNaN(next) ||
    next === 0x20 ||
    next === 0x2d ||
    next === 0x23 ||
    next === 0x3a ||
    next === 0x27 ||
    next === 0x22 ||
    next === 0x0a ||
    next === 0x2c ||
    next === 0x29 ||
    next === 0x3b
  if (!ends) return false
  let before = at - 1
  while (before >= 0 && text.charCodeAt(before) === 0x20) before--
  if (before < 0) return true
  const previous = text.charCodeAt(before)
  // After a mark that opens a quotation or ends a label: `said:`, `smtp;`, `'`, `(`, `>`, `=`,
  // `<<<`.
  if (':;\'"([>=<|\n,#'.includes(text.charAt(before))) return true
  const follows = findEnhancedCode(text, at + 3, at + 14)
  if (follows !== undefined && follows.from <= at + 5) return true
  if (before === at - 1) return false
  return isWordBefore(text, before, previous)
}

/** Words after which a number is a reply code. */
const LABELS: ReadonlySet<string> = new Set([
  'said', 'reply', 'response', 'code', 'error', 'status', 'returned', 'smtp', 'reason', 'replied',
])

function isWordBefore(text: string, end: number, last: number): boolean {
  if ((last | 0x20) < 0x61 || (last | 0x20) > 0x7a) return last === 0x2e && end < 240
  let from = end
  while (
    from > 0 &&
    (text.charCodeAt(from - 1) | 0x20) >= 0x61 &&
    (text.charCodeAt(from - 1) | 0x20) <= 0x7a
  ) {
    from--
    if (end - from > 12) return false
  }
  return LABELS.has(text.slice(from, end + 1).toLowerCase())
}

function digitsEnd(text: string, at: number): number {
  let unit = text.charCodeAt(at)
  while (unit >= 0x30 && unit <= 0x39) unit = text.charCodeAt(++at)
  return at
}
