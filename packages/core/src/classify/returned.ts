// Where the returned message begins in a text that was not cut before it: its words tell nothing.

/** What stands over the message that comes back; most texts have no such dashes at all. */
const HEADS = new RegExp([
  '-- ?(?:this is a copy of|(?:the |your )?original (?:message|mail)|(?:a )?copy of (?:the|your)',
  '|below this line|(?:the )?(?:returned|undelivered|forwarded) message|message headers? follow',
  '|the (?:header|body) of the)',
].join(''), 'i')
/** Shorter texts before it are labels, not reports. */
const REPORT_CHARS_MIN = 12

/** The text before the message that it gives back. */
export function beforeReturned(text: string): string {
  if (!text.includes('--')) return text
  const at = text.search(HEADS)
  return at < REPORT_CHARS_MIN ? text : text.slice(0, at)
}
