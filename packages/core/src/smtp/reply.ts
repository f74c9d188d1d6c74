// SMTP replies as they stand in texts (RFC 5321 §4.2): codes, command, and where the innermost reply begins.

import { findEnhancedCode, type EnhancedCode } from './enhanced-code.ts'

export type SmtpStep = 'CONNECT' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'QUIT'

export type ReplyText = {
  readonly replyCode?: number
  readonly enhancedCode?: EnhancedCode
  readonly command?: SmtpStep
  /** The innermost reply within the text: what the refusing server itself said. */
  readonly from: number
  readonly to: number
}

/** Replies that only follow from an earlier refusal in the same session. */
const CONSEQUENCES = new Set([503, 221, 220, 250, 354])

/** What is written behind a quoted reply by those who quote it. */
const TAILS = [' (in reply to ', ' (state ', ' Giving up on ', ' [RCPT_TO]', ' [MAIL_FROM]', ' [BODY]']

/** What a text says of the command: literal, step. The first found wins. */
const STEPS: readonly (readonly [string, SmtpStep])[] = [
  ['in reply to RCPT TO', 'RCPT'], ['in reply to end of DATA', 'DATA'], ['in reply to MAIL FROM', 'MAIL'],
  ['in reply to DATA', 'DATA'], ['in reply to HELO', 'EHLO'], ['in reply to EHLO', 'EHLO'],
  ['after RCPT TO', 'RCPT'], ['after MAIL FROM', 'MAIL'], ['after end of data', 'DATA'],
  ['after DATA', 'DATA'], ['after initial connection', 'CONNECT'], ['after HELO', 'EHLO'],
  ['after EHLO', 'EHLO'], ['[RCPT_TO]', 'RCPT'], ['[MAIL_FROM]', 'MAIL'], ['[BODY]', 'DATA'],
  ['>>> RCPT', 'RCPT'], ['>>> MAIL', 'MAIL'], ['>>> DATA', 'DATA'], ['>>> .', 'DATA'],
  ['did not like our RCPT TO', 'RCPT'], ['did not like our MAIL FROM', 'MAIL'],
  ['did not like our final DATA', 'DATA'], ['does not like recipient', 'RCPT'],
  ['does not like sender', 'MAIL'], ['failed on DATA command', 'DATA'],
  ['failed after I sent the message', 'DATA'],
]

/** Finds the codes, the command and the innermost reply of a text. Linear in its length. */
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
      if (from === -1 || !CONSEQUENCES.has(code)) {
        runFrom = at
        replyCode = code
        from = at
      }
    } else from = runFrom
    at = end
  }
  const start = from === -1 ? 0 : from
  const to = endOfReply(text, start)
  const enhanced = findEnhancedCode(text, start, to) ?? (start > 0 ? findEnhancedCode(text, 0) : undefined)
  const command = commandIn(text)
  return {
    from: start,
    to,
    ...(replyCode === 0 ? {} : { replyCode }),
    ...(enhanced === undefined ? {} : { enhancedCode: enhanced.code }),
    ...(command === undefined ? {} : { command }),
  }
}

function endOfReply(text: string, from: number): number {
  let end = text.length
  for (const tail of TAILS) {
    const at = text.indexOf(tail, from)
    if (at !== -1 && at < end) end = at
  }
  return end
}

function commandIn(text: string): SmtpStep | undefined {
  for (const [literal, step] of STEPS) if (text.includes(literal)) return step
  return undefined
}

/** Three digits that stand where a reply begins, not where a number of something stands. */
function isReplyCode(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1)
  if (second > 0x37) return false
  const next = text.charCodeAt(at + 3)
  const ends = Number.isNaN(next) || next === 0x20 || next === 0x2d || next === 0x23 || next === 0x3a
    || next === 0x27 || next === 0x22 || next === 0x0a || next === 0x2c || next === 0x29 || next === 0x3b
  if (!ends) return false
  let before = at - 1
  while (before >= 0 && text.charCodeAt(before) === 0x20) before--
  if (before < 0) return true
  const previous = text.charCodeAt(before)
  // After a mark that opens a quotation or ends a label: `said:`, `smtp;`, `'`, `(`, `>`, `=`, `<<<`.
  if (':;\'"([>=<|\n,#'.includes(text.charAt(before))) return true
  const follows = findEnhancedCode(text, at + 3, at + 14)
  if (follows !== undefined && follows.from <= at + 5) return true
  if (before === at - 1) return false
  return isWordBefore(text, before, previous)
}

/** Words after which a number is a reply code. */
const LABELS = ['said', 'reply', 'response', 'code', 'error', 'status', 'returned', 'smtp', 'reason', 'replied']

function isWordBefore(text: string, end: number, last: number): boolean {
  if ((last | 0x20) < 0x61 || (last | 0x20) > 0x7a) return last === 0x2e && end < 240
  let from = end
  while (from > 0 && (text.charCodeAt(from - 1) | 0x20) >= 0x61 && (text.charCodeAt(from - 1) | 0x20) <= 0x7a) {
    from--
    if (end - from > 12) return false
  }
  return LABELS.includes(text.slice(from, end + 1).toLowerCase())
}

function digitsEnd(text: string, at: number): number {
  let unit = text.charCodeAt(at)
  while (unit >= 0x30 && unit <= 0x39) unit = text.charCodeAt(++at)
  return at
}
