// Host names and IP addresses: which strings are any, which stay, and what stands for the others.

import { domainToAscii } from '../smtp/domain.ts'
import { KEPT_LABELS, KEPT_RESERVED, KEPT_TLDS, KNOWN_SECOND_LEVELS, KNOWN_TLDS } from './kept.ts'
import { knownHosts } from './known-hosts.ts'
import type { Pseudonyms } from './pseudonyms.ts'

const LABELS_MAX = 12
/** Country codes that are English words too: `found.it` is rather a missing space. */
const WORD_TLDS: ReadonlySet<string> = new Set(
  'am are as at be by do go if in is it me my no of on or pm so to us we'.split(' '),
)
const IPV4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/
const HOST =
  /^[a-z\d_\u00c0-\u058f][a-z\d_\u00c0-\u058f-]*(?:\.[a-z\d_\u00c0-\u058f][a-z\d_\u00c0-\u058f-]*)+$/i
/**
 * Addresses that say nothing about anyone: loopback and answers of block lists, unspecified,
 * documentation.
 */
const KEPT_IPV4 = /^(?:127\.|0\.0\.0\.0$|255\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/

export function isIpv4(text: string): boolean {
  return IPV4.test(text) && text.split('.').every((part) => Number(part) <= 255)
}

/** Two colons at least, and eight groups or `::`: times and status fields are none. */
export function isIpv6(text: string): boolean {
  if (text.length > 45 || !/^[\da-f:.]{2,45}$/i.test(text)) return false
  const groups = text.split(':')
  if (groups.length < 3) return false
  const isShort = text.includes('::') && !text.includes(':::')
  const areGroups = groups.every((group) => group.length <= 4 || isIpv4(group))
  return areGroups && (isShort ? groups.some((group) => group !== '') : groups.length === 8)
}

export function replaceIp(address: string, pseudonyms: Pseudonyms): string {
  if (address.includes(':')) {
    const isKept = /^(?:::1?|2001:0?db8:.*)$/i.test(address)
    return isKept ? address : pseudonyms.ipv6(address)
  }
  return KEPT_IPV4.test(address) ? address : pseudonyms.ipv4(address)
}

/** True for names with dots whose last label is a top-level domain. */
export function looksLikeHost(text: string): boolean {
  if (text.length > 253 || !HOST.test(text)) return false
  const labels = text.split('.')
  const last = labels.at(-1) as string
  const tld = last.toLowerCase()
  if (!/^[a-z]{2}$/.test(tld)) return KNOWN_TLDS.has(tld) || KEPT_TLDS.has(tld)
  if (!WORD_TLDS.has(tld))
    return !/^[A-Z][a-z]$/.test(last) || !/[a-z]$/.test(labels.at(-2) as string)
  // `mx.example.it`, `example.it`, but not `found.It` and not `delivered.to`.
  return last === tld && (labels.length > 2 || /[\d-]/.test(text) || text.length > 14)
}

/** The part of a name that someone registered: `example.co.uk` of `mx.example.co.uk`. */
export function registeredDomain(name: string): string {
  const labels = name.split('.')
  const country = (labels.at(-1) ?? '').length === 2
  const depth = country && labels.length > 2 && KNOWN_SECOND_LEVELS.has(labels.at(-2) ?? '') ? 3 : 2
  return labels.slice(-depth).join('.')
}

/**
 * The ending of the name that stays: a known operator or a reserved name; empty where there is
 * none.
 */
export function keptEnding(name: string): string {
  const known = knownHosts()
  let ending = name
  for (let labels = 0; labels < LABELS_MAX; labels++) {
    if (known.has(ending)) return ending
    const dot = ending.indexOf('.')
    if (dot < 0) return KEPT_TLDS.has(ending) ? ending : ''
    ending = ending.slice(dot + 1)
  }
  return ''
}

export function isReserved(name: string): boolean {
  const ending = keptEnding(name)
  return KEPT_RESERVED.has(ending) || KEPT_TLDS.has(ending)
}

/** A host name for a host name: `mx1.amber-3f9a.example`. */
export function replaceHost(written: string, pseudonyms: Pseudonyms): string {
  const name = domainToAscii(written)
  if (isReserved(name)) return written
  if (!name.includes('.')) return isKeptLabel(name) ? written : pseudonyms.hostLabel(name)
  const ending = keptEnding(name)
  const base = ending === '' ? registeredDomain(name) : ending
  const below = name.slice(0, Math.max(0, name.length - base.length - 1))
  const replaced = ending === '' ? `${pseudonyms.registeredName(base)}.example` : ending
  const labels =
    below === '' ? [] : below.split('.').map((label) => replaceLabel(label, pseudonyms))
  return [...labels, replaced].join('.')
}

/**
 * A domain of an address: providers get a reserved name too, since the address could be someone's.
 */
export function replaceMailDomain(written: string, pseudonyms: Pseudonyms): string {
  const name = domainToAscii(written)
  const ending = keptEnding(name)
  if (ending === '' || isReserved(name)) return replaceHost(written, pseudonyms)
  const below = name.slice(0, Math.max(0, name.length - ending.length - 1))
  const provider = `${ending.slice(0, ending.indexOf('.'))}.example`
  const labels =
    below === '' ? [] : below.split('.').map((label) => replaceLabel(label, pseudonyms))
  return [...labels, provider].join('.')
}

function replaceLabel(label: string, pseudonyms: Pseudonyms): string {
  return isKeptLabel(label) ? label : pseudonyms.hostLabel(label)
}

function isKeptLabel(label: string): boolean {
  return KEPT_LABELS.has(label.replace(/-?\d{1,3}$/, '')) || label === ''
}
