// Media types (RFC 2045 §5): what a part is, also where its Content-Type is damaged.

/** A token of RFC 2045 §5.1, a little wider: real types hold odd characters. */
const TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/
const LEADING_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+/

/**
 * Types whose body is a message: its header block, and maybe more (RFC 2046 §5.2, RFC 6532, RFC
 * 6522).
 */
const MESSAGE_TYPES: ReadonlySet<string> = new Set([
  'message/rfc822', 'message/global', 'message/global-headers', 'message/rfc822-headers',
  'text/rfc822-headers', 'text/rfc822-header', 'text/rfc822', 'message/news', 'message/partial',
])

/** Types that need no look at their letters. */
const USUAL: ReadonlySet<string> = new Set([
  'text/plain', 'text/html', 'multipart/report', 'multipart/mixed', 'multipart/alternative', 'message/rfc822',
  'message/delivery-status', 'text/rfc822-headers', 'message/feedback-report', 'multipart/related',
])

/** The media type that a Content-Type value names, or undefined where it is unreadable. */
export function readMediaType(value: string): string | undefined {
  if (USUAL.has(value) || TYPE.test(value)) return value
  // RFC 1049 wrote `text`; some gateways still do.
  if (value === 'text') return 'text/plain'
  if (value === 'multipart') return 'multipart/mixed'
  return LEADING_TYPE.exec(value)?.[0]
}

export function isMultipart(type: string): boolean {
  return type.startsWith('multipart/')
}

export function holdsMessage(type: string): boolean {
  return MESSAGE_TYPES.has(type)
}
