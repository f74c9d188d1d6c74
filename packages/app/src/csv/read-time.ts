// Times as tables of other systems and countries write them.

const YEAR_10000_MS = 253_402_300_800_000
/** Fewer are seconds, as many systems count (100 thousand million ms are the year 1973). */
const SECONDS_MAX = 100_000_000_000
const CHARS_MAX = 100

const CLOCK = /(?:^|[\sT,])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?$/i
const YEAR_FIRST = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?$/
/** With a point or a dash the day stands first. */
const DAY_FIRST = /^(\d{1,2})[.-] ?(\d{1,2})[.-] ?(\d{4})$/
/** With strokes the month does, unless it would be none. */
const STROKES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** Epoch milliseconds; undefined where it is no time. Without a zone it is UTC. */
export function readTime(value: unknown): number | undefined {
  const ms = typeof value === 'number' ? fromNumber(value)
    : typeof value === 'string' ? fromText(value.trim().slice(0, CHARS_MAX)) : undefined
  return ms !== undefined && Number.isFinite(ms) && Math.abs(ms) < YEAR_10000_MS
    ? Math.trunc(ms) : undefined
}

function fromNumber(value: number): number {
  return Math.abs(value) < SECONDS_MAX ? value * 1_000 : value
}

function fromText(text: string): number | undefined {
  if (/^-?\d{9,14}(?:\.\d{1,9})?$/.test(text)) return fromNumber(Number(text))
  const clock = CLOCK.exec(text)
  const date = clock === null ? text : text.slice(0, clock.index)
  const day = readDay(date.replace(/\.$/, '').trim())
  if (day === undefined) return Date.parse(text)
  return day + (clock === null ? 0 : readClock(clock))
}

function readClock([, hours, minutes, seconds = '0', half]: RegExpExecArray): number {
  const noon = half?.toLowerCase() === 'p' ? 12 : 0
  const hour = Number(hours) % (half === undefined ? 24 : 12) + noon
  return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000
}

function readDay(text: string): number | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) return dayOf(dayFirst[3], dayFirst[2], dayFirst[1])
  const strokes = STROKES.exec(text)
  if (strokes === null) return undefined
  const [, one, two, year] = strokes
  return Number(one) > 12 ? dayOf(year, two, one) : dayOf(year, one, two)
}

/** NaN where there is no such day. */
function dayOf(year = '', month = '', day = ''): number {
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const date = new Date(ms)
  const isSame = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
  return isSame ? ms : Number.NaN
}
