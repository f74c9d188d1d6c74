// Dates as messages carry them (RFC 5322 §3.3).

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** The instants that this project writes: `Date.toISOString` with four digits of year. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/

/** An ISO 8601 instant in UTC as `Wed, 01 May 2024 12:00:00 +0000`; undefined where it is none. */
export function formatDate(instant: string | undefined): string | undefined {
  if (instant === undefined || !INSTANT.test(instant)) return undefined
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return undefined
  const day = String(date.getUTCDate()).padStart(2, '0')
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  const time = date.toISOString().slice(11, 19)
  return `${DAYS[date.getUTCDay()]}, ${day} ${MONTHS[date.getUTCMonth()]} ${year} ${time} +0000`
}
