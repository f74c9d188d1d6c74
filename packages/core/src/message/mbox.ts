// mbox files (RFC 4155): many messages, each after a line `From sender date`.

const SENDER_CHARS_MAX = 320

/** The envelope sender of a `From ` or `>From ` line; empty where it names none. */
export function readMboxSender(line: string): string {
  const from = line.indexOf('From ') + 5
  const sender = line.slice(from, from + SENDER_CHARS_MAX).trimStart()
  const end = sender.search(/[ \t\r]/)
  return end < 0 ? sender : sender.slice(0, end)
}
