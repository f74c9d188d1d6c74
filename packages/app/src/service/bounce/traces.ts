// A message as its sender wrote it, for giving it back: what our own delivery noted in its header
// would tell where mail is sent on to and what filters think (RFC 3464 §4.2).

const LF = 10
const PRIVATE =
  /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to|x-delivered-to|x-spam\S*|x-rspamd\S*|x-spamd\S*|x-virus\S*|x-bogosity|x-dspam\S*|authentication-results|received-spf|x-ms-exchange-organization\S*|x-forefront\S*|x-sieve\S*|x-carom\S*|status|x-status|x-uid|x-keywords)\s*:/i
const RECEIVED_FOR = /^received\s*:[^;]*?\sfor\s+<?([^\s<>;]+)>?/is

/** Without fields of our delivery, and without hops to another address than the one written to. */
export function withoutTraces(bytes: Uint8Array, recipient: string): Uint8Array {
  const kept: Uint8Array[] = []
  let from = 0
  while (from < bytes.length) {
    const end = fieldEnd(bytes, from)
    const field = Buffer.from(bytes.subarray(from, end)).toString('latin1')
    // The blank line ends the header; a line without a colon is no header any more.
    if (/^\r?\n/.test(field) || !/^[!-9;-~]+[ \t]*:/.test(field)) break
    if (!isPrivate(field, recipient)) kept.push(bytes.subarray(from, end))
    from = end
  }
  return Buffer.concat([...kept, bytes.subarray(from)])
}

function isPrivate(field: string, recipient: string): boolean {
  if (PRIVATE.test(field)) return true
  const to = RECEIVED_FOR.exec(field)?.[1]
  return to !== undefined && to.includes('@') && to.toLowerCase() !== recipient.toLowerCase()
}

/** Where the next field begins: folded lines belong to the one before. */
function fieldEnd(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const line = bytes.indexOf(LF, at)
    if (line < 0) return bytes.length
    at = line + 1
    if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return at
  }
}
