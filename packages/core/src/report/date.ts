// Dates of message headers and report fields (RFC 5322 §3.3 with the obsolete forms of §4.3) → ISO
// 8601 UTC.

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** Zones of RFC 5322 §4.3 and the few others that servers still write, in minutes east of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360,
  pst: -480, pdt: -420, jst: 540, kst: 540, cet: 60, cest: 120, met: 60, mest: 120, msk: 180,
  bst: 60, ist: 330, eet: 120, eest: 180, wet: 0, west: 60, aest: 600, aedt: 660,
}

const RFC_5322 = /(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}[ -](\d{2,4})[ ,]{1,3}(\d{1,2}):(\d\d)(?::(\d\d))?/
/** `Thu Apr 29 23:34:45 2004`, as ctime writes it. */
const CTIME = /([A-Za-z]{3}) {1,2}(\d{1,2}) (\d{1,2}):(\d\d):(\d\d) (?:([A-Z]{3,4}) )?(\d{4})/
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?/
const DATE_CHARS_MAX = 100

/** The instant as `2024-05-01T12:00:00.000Z`; undefined where it cannot be read. */
export function readDate(value: string | undefined): string | undefined {
  if (value === undefined || value.length > DATE_CHARS_MAX) return undefined
  const text = value.trim()
  let match = ISO.exec(text)
  if (match !== null) {
    const [whole, year, month, day, hour, minute, second] = match
    return iso([year, Number(month) - 1, day, hour, minute, second], text.slice(whole.length))
  }
  match = RFC_5322.exec(text)
  if (match !== null) {
    const [whole, day, month, year, hour, minute, second] = match
    const rest = text.slice(match.index + whole.length)
    return iso([fullYear(year), monthIndex(month), day, hour, minute, second], rest)
  }
  match = CTIME.exec(text)
  if (match === null) return undefined
  const [, month, day, hour, minute, second, zone, year] = match
  return iso([year, monthIndex(month), day, hour, minute, second], zone ?? '')
}

type Numeral = string | number | undefined

function iso(parts: readonly Numeral[], zone: string): string | undefined {
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0)) as [
    number, number, number, number, number, number]
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59) return undefined
  const time = Date.UTC(year, month, day, hour, minute, second) - zoneMinutes(zone) * 60_000
  return Number.isFinite(time) ? new Date(time).toISOString() : undefined
}

function monthIndex(name: string | undefined): number {
  const at = MONTHS.indexOf((name ?? '').toLowerCase())
  return at % 3 === 0 ? at / 3 : -1
}

// RFC 5322 §4.3: two digits below 50 are 20xx, other two and three digits count from 1900.
function fullYear(digits: string | undefined): number {
  const year = Number(digits)
  if ((digits?.length ?? 0) > 3) return year
  return year < 50 && digits?.length === 2 ? 2000 + year : 1900 + year
}

function zoneMinutes(rest: string): number {
  const match = /^ {0,3}([+-])(\d\d):?(\d\d)/.exec(rest)
  if (match !== null) {
    const minutes = Number(match[2]) * 60 + Number(match[3])
    return match[1] === '-' ? -minutes : minutes
  }
  const name = /^ {0,3}\(?([A-Za-z]{1,5})/.exec(rest)?.[1]?.toLowerCase()
  return name === undefined ? 0 : ZONES[name] ?? 0
}
