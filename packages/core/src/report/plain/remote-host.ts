// Which host refused, as the words of a report name it.

import { REMOTE_HOST_SAYS, REMOTE_HOSTS } from '../../rules/reporters/dialog.ts'
import { REPLY_CHARS_MAX } from '../../text/limits.ts'
import { Haystack, needle } from '../../text/pairs.ts'

const HOST =
  /^[<["'(]{0,2}([A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}\.){1,10}[A-Za-z0-9-]{1,63})\.?(?=[\s:,;>\])"'([]|$)/
const HOST_BEFORE =
  /([A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}\.){1,10}[A-Za-z0-9-]{1,63})\.?(?:\s?[[(][^\s\])]{1,60}[\])])?$/

const HOSTS = REMOTE_HOSTS.map(({ before, after }) => ({ before: needle(before), after }))
const HOST_SAYS = REMOTE_HOST_SAYS.map(needle)
const looked = new Haystack(REPLY_CHARS_MAX)

/** The host that refused, as the words name it. */
export function readRemoteHost(text: string): string | undefined {
  const lower = text.toLowerCase()
  looked.read(lower)
  for (const { before, after } of HOSTS) {
    const at = looked.indexOf(before)
    if (at < 0) continue
    const from = at + before.text.length
    const match = HOST.exec(text.slice(from, from + 260))
    if (match?.[1] === undefined) continue
    const end = from + match[0].length
    if (
      after === undefined ||
      lower.startsWith(after.trimStart(), end) ||
      lower.startsWith(after, end)
    )
      return match[1]
  }
  for (const says of HOST_SAYS) {
    const at = looked.indexOf(says)
    if (at < 0) continue
    const match = HOST_BEFORE.exec(text.slice(Math.max(0, at - 260), at))
    if (match?.[1] !== undefined) return match[1]
  }
  return undefined
}
