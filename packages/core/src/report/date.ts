// Dates of message headers and report fields (RFC 5322 §3.3 with the obsolete forms of §4.3) → ISO
// 8601 UTC.

import { unitAhead } from '../text/units.ts'

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
const SPACE = 32
const PLUS = 43
const COMMA = 44
const HYPHEN = 45
const COLON = 58

/** The instant as `2024-05-01T12:00:00.000Z`; undefined where it cannot be read. */
export function readDate(value: string | undefined): string | undefined {
  if (value === undefined || value.length > DATE_CHARS_MAX) return undefined
  const text = value.trim()
  const time = readInternetDate(text) ?? readIsoDate(text) ?? readCtime(text)
  return time === undefined || !Number.isFinite(time) ? undefined : formatInstant(time)
}

/** `Wed, 1 May 2024 12:00:00 +0200`, and with hyphens. */
function readInternetDate(text: string): number | undefined {
  const reader = new DigitReader(text)
  const day = reader.number(2)
  reader.skip(SPACE, HYPHEN)
  const month = monthIndex(reader.word())
  reader.skip(SPACE, HYPHEN)
  const yearFrom = reader.at
  const year = fullYear(reader.number(4), reader.at - yearFrom)
  reader.skip(SPACE, COMMA)
  const hour = reader.number(2)
  if (month < 0 || day < 0 || year < 0 || hour < 0 || reader.next() !== COLON) return undefined
  reader.skip(COLON, COLON)
  const minute = reader.number(2)
  reader.skip(COLON, COLON)
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
    while (this.at < text.length && !isDigit(this.next())) this.at++
  }

  /** -1 where there is none. */
  number(digitsMax: number): number {
    let value = -1
    for (let left = digitsMax; left > 0 && isDigit(this.next()); left--) {
      value = Math.max(0, value) * 10 + this.next() - 48
      this.at++
    }
    return value
  }

  word(): string {
    const from = this.at
    while ((this.next() | 32) >= 97 && (this.next() | 32) <= 122) this.at++
    return this.text.slice(from, this.at)
  }

  skip(mark: number, other: number): void {
    while (this.next() === mark || this.next() === other) this.at++
  }

  /** NaN at the end. */
  next(): number {
    return unitAhead(this.text, this.at)
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

/** As `toISOString` writes it, which takes longer than all the rest of reading a date. */
function formatInstant(time: number): string {
  const days = Math.floor(time / DAY_MS)
  const [year, month, day] = dayOf(days)
  if (year < 0 || year > 9999) return new Date(time).toISOString()
  const minutes = Math.floor((time - days * DAY_MS) / 60_000)
  const seconds = Math.floor((time - days * DAY_MS) / 1000) - minutes * 60
  const date = `${two(Math.floor(year / 100))}${two(year % 100)}-${two(month)}-${two(day)}`
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds)}.000Z`
}

const DAY_MS = 86_400_000
/** Days from the first of March of the year 0 to 1970, and of 400 years. */
const DAYS_BEFORE_1970 = 719_468
const DAYS_OF_ERA = 146_097

/**
 * Year, month and day of the Gregorian calendar, counted in eras of 400 years that begin with
 * March, so that the day that is left over is the last one.
 */
function dayOf(days: number): readonly [number, number, number] {
  const shifted = days + DAYS_BEFORE_1970
  const era = Math.floor(shifted / DAYS_OF_ERA)
  const ofEra = shifted - era * DAYS_OF_ERA
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096)
  const yearOfEra = Math.floor((ofEra - leaps) / 365)
  const ofYear = ofEra - 365 * yearOfEra - Math.floor(yearOfEra / 4) + Math.floor(yearOfEra / 100)
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return [yearOfEra + era * 400 + (month < 3 ? 1 : 0), month, day]
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, number) =>
  String(number).padStart(2, '0'))

function two(number: number): string {
  return TWO_DIGITS[number] as string
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
  const offset = offsetMinutes(rest)
  if (offset !== undefined) return offset
  const name = /^ {0,3}\(?([A-Za-z]{1,5})/.exec(rest)?.[1]?.toLowerCase()
  return name === undefined ? 0 : (ZONES[name] ?? 0)
}

/** `+0200`, `-05:30`; undefined where no such number stands there. */
function offsetMinutes(rest: string): number | undefined {
  let at = 0
  while (at < 3 && unitAhead(rest, at) === SPACE) at++
  const sign = unitAhead(rest, at)
  if (sign !== PLUS && sign !== HYPHEN) return undefined
  const hours = twoDigits(rest, at + 1)
  const minutes = twoDigits(rest, unitAhead(rest, at + 3) === COLON ? at + 4 : at + 3)
  if (Number.isNaN(hours + minutes)) return undefined
  return (sign === HYPHEN ? -1 : 1) * (hours * 60 + minutes)
}

/** NaN where two digits are not there. */
function twoDigits(text: string, at: number): number {
  const first = unitAhead(text, at)
  const second = unitAhead(text, at + 1)
  return isDigit(first) && isDigit(second) ? (first - 48) * 10 + second - 48 : Number.NaN
}
