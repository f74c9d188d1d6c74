// Values of reports in sum as strangers write them: domains, addresses of hosts, counts, times.

import { domainToAscii } from '../../smtp/domain.ts'
import { idOf, numberOf } from '../webhook/values.ts'
import { COUNT_MAX } from './limits.ts'

const DOMAIN_CHARS_MAX = 253
const DOMAIN = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,60}$/

/** In lower case and A-labels; undefined for what can be none. */
export function domainOf(value: unknown): string | undefined {
  const text = idOf(value)
  if (text === undefined || text.length > DOMAIN_CHARS_MAX) return undefined
  const domain = domainToAscii(text)
  return domain.length <= DOMAIN_CHARS_MAX && DOMAIN.test(domain) ? domain : undefined
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/
const IPV6 = /^(?=.{2,45}$)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?::\d{1,3}(?:\.\d{1,3}){3})?$/

/** The address of a host, in lower case and without brackets. */
export function hostAddressOf(value: unknown): string | undefined {
  const text = idOf(value)?.toLowerCase().replace(/^\[(?:ipv6:)?([^\]]{2,45})\]$/, '$1')
  return text !== undefined && (IPV4.test(text) || IPV6.test(text)) ? text : undefined
}

/** A whole number from 0 up; `undefined` for what is none. */
export function countOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? numberOf(value.trim()) : numberOf(value)
  if (number === undefined || number < 0) return undefined
  return Math.min(Math.floor(number), COUNT_MAX)
}

/** Beyond that it is no second but a millisecond. */
const SECONDS_MAX = 100_000_000_000
const YEAR_2000 = 946_684_800_000
const YEAR_2100 = 4_102_444_800_000

/** Seconds since 1970 (RFC 9990) or a date (RFC 8460) as milliseconds. */
export function timeOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? numberOf(value.trim()) : numberOf(value)
  const time = seconds !== undefined ? seconds * (seconds < SECONDS_MAX ? 1_000 : 1)
    : typeof value === 'string' ? Date.parse(value.trim().slice(0, 40)) : Number.NaN
  return time >= YEAR_2000 && time < YEAR_2100 ? Math.floor(time) : undefined
}

/** In lower case, for words of a fixed vocabulary. */
export function wordOf(value: unknown): string | undefined {
  const word = idOf(value)?.toLowerCase().slice(0, WORD_CHARS_MAX)
  return word !== undefined && /^[\w.-]+$/.test(word) ? word : undefined
}

const WORD_CHARS_MAX = 60
