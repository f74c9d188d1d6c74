// Codes as people type them: `550`, `5.1.1`, `X.1.1`, `450 4.2.1`, `#5.1.1`, `5.7.x`, `5xx`
// (RFC 5321 §4.2, RFC 3463 §2).

/** Class, subject and detail; what is not given, or given as `x`, is open. */
export type EnhancedQuery = {
  readonly class?: 2 | 4 | 5
  readonly subject?: number
  readonly detail?: number
}

export type CodeQuery = {
  readonly replyCode?: number
  /** First digit of `5xx`. */
  readonly replyClass?: 2 | 3 | 4 | 5
  readonly enhancedCode?: EnhancedQuery
}

const QUERY_CHARS_MAX = 40
const SHAPE =
  /^([2-5]\d\d)?[ -]?(?:([245x])\.(\d{1,3}|x{1,3})(?:\.(\d{1,3}|x{1,3}))?)?$/

/** Some write the enhanced code first. */
const REVERSED = /^([245x]\.[\dx.]{3,8}) ([2-5]\d\d)$/

/** The code that `text` is as a whole; undefined where it is anything else. */
export function parseCodeQuery(text: string): CodeQuery | undefined {
  if (text.length > QUERY_CHARS_MAX) return undefined
  const plain = text.trim().toLowerCase().replace(/[#()[\]"']/g, '').replace(/ {1,3}/g, ' ').trim()
  const replyClass = /^([2-5])xx$/.exec(plain)
  if (replyClass !== null) return { replyClass: Number(replyClass[1]) as 2 | 3 | 4 | 5 }
  const found = SHAPE.exec(plain.replace(REVERSED, '$2 $1'))
  if (found === null) return undefined
  const [, reply, first, subject, detail] = found
  if (reply === undefined && first === undefined) return undefined
  return {
    ...(reply === undefined ? {} : { replyCode: Number(reply) }),
    ...(first === undefined ? {} : { enhancedCode: enhancedQuery(first, subject, detail) }),
  }
}

/** `5.1.1`, with `x` for what is open. */
export function formatEnhancedQuery(query: EnhancedQuery): string {
  return `${query.class ?? 'x'}.${query.subject ?? 'x'}.${query.detail ?? 'x'}`
}

function enhancedQuery(
  first: string, subject: string | undefined, detail: string | undefined,
): EnhancedQuery {
  return {
    ...(first === 'x' ? {} : { class: Number(first) as 2 | 4 | 5 }),
    ...numbered('subject', subject),
    ...numbered('detail', detail),
  }
}

function numbered(name: 'subject' | 'detail', text: string | undefined): EnhancedQuery {
  return text === undefined || text.startsWith('x') ? {} : { [name]: Number(text) }
}
