// Sendmail and its relatives put the first line of a reply into Diagnostic-Code, and all of its
// lines into the transcript for people: `550-Verification failed`, `550 Sender verify failed`.

import { HEARD } from '../../smtp/reply.ts'
import { REPLY_CHARS_MAX } from '../../text/limits.ts'

/** Characters by which the line is found again; further on it may be folded. */
const START_CHARS = 40

/** All lines of a reply of which `text` is the first; `text` itself where it is complete. */
export function wholeReply(text: string, transcript: string): string {
  const code = text.slice(0, 3)
  if (text.charAt(3) !== '-' || !/^[245]\d\d$/.test(code) || text.includes(`${code} `)) return text
  let at = transcript.indexOf(HEARD + text.slice(0, START_CHARS))
  if (at < 0) return text
  const lines: string[] = []
  let length = 0
  while (transcript.startsWith(HEARD + code, at) && length < REPLY_CHARS_MAX) {
    const end = transcript.indexOf('\n', at)
    const line = transcript.slice(at + HEARD.length, end < 0 ? undefined : end).trimEnd()
    lines.push(line)
    length += line.length
    if (line.charAt(3) !== '-' || end < 0) break
    at = end + 1
  }
  return lines.join(' ').replace(/\s+/g, ' ').slice(0, REPLY_CHARS_MAX)
}
