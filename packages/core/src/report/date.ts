// Dates of message headers and report fields (RFC 5322 §3.3 with the obsolete forms of §4.3) → ISO
// 8601 UTC.

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** Zones of RFC 5322 §4.3 and the few others that servers still write, in minutes east of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  kst: 540,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  msk: 180,
  bst: 60,
  ist: 330,
  eet: 120,
  eest: 180,
  wet: 0,
  west: 60,
  aest: 600,
  aedt: 660,
}

/** `Thu Apr 29 23:34:45 2004`, as ctime writes it. */
const CTIME = /([A-Za-z]{3}) {1,2}(\d{1,2}) (\d{1,2}):(\d\d):(\d\d) (?:([A-Z]{3,4}) )?(\d{4})/
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?/
const DATE_CHARS_MAX = 100

/** The instant as `2024-05-01T12:00:00.000Z`; undefined where it cannot be read. */
export function readDate(value: string | undefined): string | undefined {
  if (value === undefined || value.length > DATE_CHARS_MAX) return undefined
  const text = value.trim()
  const time = readInternetDate(text) ?? readIsoDate(text) ?? readCtime(text)
  return time === undefined || !Number.isFinite(time) ? undefined : new Date(time).toISOString()
}

/** `Wed, 1 May 2024 12:00:00 +0200`, and with hyphens. */
function readInternetDate(text: string): number | undefined {
  const reader = new DigitReader(text)
  const day = reader.number(2)
  reader.skip(' -')
  const month = monthIndex(reader.word())
  reader.skip(' -')
  const yearFrom = reader.at
  const year = fullYear(reader.number(4), reader.at - yearFrom)
  reader.skip(' ,')
  const hour = reader.number(2)
  if (month < 0 || day < 0 || year < 0 || hour < 0 || reader.next() !== ':') return undefined
  reader.skip(':')
  const minute = reader.number(2)
  reader.skip(':')
  const second = Math.max(0, reader.number(2))
  if (minute < 0) return undefined
  return instant([year, month, day, hour, minute, second], text.slice(reader.at))
}

/** Reads the numbers of a date one after the other, from its first digit on. */
class DigitReader {
  at: number
  private readonly text: string

  constructor(text: string) {
    this.text = text
    this.at = 0
    while (this.at < text.length && !isDigit(text.charCodeAt(this.at))) this.at++
  }

  /** -1 where there is none. */
  number(digitsMax: number): number {
    let value = -1
    for (let left = digitsMax; left > 0 && isDigit(this.text.charCodeAt(this.at)); left--) {
      value = Math.max(0, value) * 10 + this.text.charCodeAt(this.at++) - 48
    }
    return value
  }

  word(): string {
    const from = this.at
    while (
      (this.text.charCodeAt(this.at) | 32) >= 97 &&
      (this.text.charCodeAt(this.at) | 32) <= 122
    )
      this.at++
    return this.text.slice(from, this.at)
  }

  skip(marks: string): void {
    while (this.at < this.text.length && marks.includes(this.next())) this.at++
  }

  next(): string {
    return this.text.charAt(this.at)
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function readIsoDate(text: string): number | undefined {
  const match = ISO.exec(text)
  if (match === null) return undefined
  const [whole, year, month, day, hour, minute, second] = match
  const parts = [year, Number(month) - 1, day, hour, minute, second ?? 0].map(Number)
  return instant(parts, text.slice(whole.length))
}

function readCtime(text: string): number | undefined {
  const match = CTIME.exec(text)
  if (match === null) return undefined
  const [, month, day, hour, minute, second, zone, year] = match
  const parts = [year, monthIndex(month ?? ''), day, hour, minute, second].map(Number)
  return instant(parts, zone ?? '')
}

/** Year, month from 0, day, hour, minute, second, and what follows them. */
function instant(parts: readonly number[], zone: string): number | undefined {
  const [year, month, day, hour, minute, second] = parts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59) return undefined
  return Date.UTC(year, month, day, hour, minute, second) - zoneMinutes(zone) * 60_000
}

/** By the first three letters; -1 where it is no month. */
function monthIndex(name: string): number {
  if (name.length < 3) return -1
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  return at % 3 === 0 ? at / 3 : -1
}

// RFC 5322 §4.3: two digits below 50 are 20xx, other two and three digits count from 1900.
function fullYear(year: number, digits: number): number {
  if (year < 0 || digits > 3) return year
  return year < 50 && digits === 2 ? 2000 + year : 1900 + year
}

function zoneMinutes(rest: string): number {
  const match = /^ {0,3}([+-])(\d\d):?(\d\d)/.exec(rest)
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3])
    return match[1] === '-' ? -minutes : minutes
  }
  const name = /^ {0,3}\(?([A-Za-z]{1,5})/.exec(rest)?.[1]?.toLowerCase()
  return name === undefined ? 0 : (ZONES[name] ?? 0)
}
