// Whether DNS block lists name a sending address or a domain (RFC 5782). Only asked where somebody
// wants it; a list that answers everything, nothing, or with an error is not believed.

import { isIPv4 } from 'node:net'
import { blocklistNamed } from '@carom/core'
import type { Dns, DnsAnswer } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import type { Finding } from './types.ts'

/** A list that is asked: entries that must and must not be on it (RFC 5782 §5). */
export type BlocklistZone = {
  readonly zone: string
  readonly lists: 'ip' | 'domain'
  readonly listed: string
  readonly unlisted: string
}

const IP_TESTS = { lists: 'ip', listed: '2.0.0.127', unlisted: '1.0.0.127' } as const
const DOMAIN_TESTS = { lists: 'domain', listed: 'test', unlisted: 'invalid' } as const

/** Free to ask for small senders, and used by many receivers. */
export const USUAL_ZONES: readonly BlocklistZone[] = [
  { zone: 'zen.spamhaus.org', ...IP_TESTS },
  { zone: 'bl.spamcop.net', ...IP_TESTS },
  { zone: 'b.barracudacentral.org', ...IP_TESTS },
  { zone: 'psbl.surriel.com', ...IP_TESTS },
  { zone: 'dnsbl-1.uceprotect.net', ...IP_TESTS },
  { zone: 'bl.mailspike.net', ...IP_TESTS },
  { zone: 'dbl.spamhaus.org', ...DOMAIN_TESTS, listed: 'dbltest.com', unlisted: 'example.com' },
  { zone: 'multi.surbl.org', ...DOMAIN_TESTS, unlisted: 'example.com' },
  { zone: 'multi.uribl.com', ...DOMAIN_TESTS, unlisted: 'example.com' },
]

/** A zone that somebody names; the core's table tells whether it lists addresses or domains. */
export function zoneNamed(zone: string): BlocklistZone {
  const usual = USUAL_ZONES.find((one) => one.zone === zone)
  if (usual !== undefined) return usual
  return { zone, ...blocklistNamed(zone)?.kind === 'domain' ? DOMAIN_TESTS : IP_TESTS }
}

const base = { area: 'blocklists', source: 'RFC 5782' } as const

export async function checkBlocklists(
  dns: Dns, zones: readonly BlocklistZone[],
  { ips, domains }: { readonly ips: readonly string[]; readonly domains: readonly string[] },
): Promise<Finding[]> {
  const asked = zones.filter(({ lists }) => (lists === 'ip' ? ips : domains).length > 0)
  const found = await Promise.all(asked.map(async (zone): Promise<Finding[]> => {
    const trouble = await checkZone(dns, zone)
    if (trouble !== undefined) return [trouble]
    const subjects = zone.lists === 'ip' ? ips : domains
    return (await Promise.all(subjects.map((subject) => checkOne(dns, zone, subject)))).flat()
  }))
  const findings = found.flat()
  const clean = asked.length - new Set(findings.map(({ record }) => record)).size
  return clean === 0 ? findings : [...findings, {
    ...base, id: 'blocklists/good', severity: 'good',
    text: `${clean} of ${asked.length} block lists name nothing of this.`,
  }]
}

/** A list in order names its test entry and not its opposite. */
async function checkZone(
  dns: Dns, { zone, listed, unlisted }: BlocklistZone,
): Promise<Finding | undefined> {
  const [yes, no] = (await Promise.all([
    dns.lookup(`${listed}.${zone}`, 'A'), dns.lookup(`${unlisted}.${zone}`, 'A'),
  ])).map(codesOf) as [readonly string[], readonly string[]]
  if (yes.length > 0 && no.length === 0) return undefined
  return {
    ...base, id: 'blocklists/unusable', severity: 'unknown', record: zone,
    text: no.length > 0 ? `${zone} answers as if it listed everybody: it is not believed.`
      : `${zone} does not answer: it may refuse your name server, or have closed.`,
  }
}

async function checkOne(dns: Dns, { zone }: BlocklistZone, subject: string): Promise<Finding[]> {
  const name = /^[\d.]+$|:/.test(subject) ? reverse(subject) : subject
  const answer = await dns.lookup(`${name}.${zone}`, 'A')
  if (answer.kind === 'trouble') {
    return [{ ...base, id: 'blocklists/trouble', severity: 'unknown', record: zone, text:
      `${zone} did not answer for ${subject} (${answer.code}).` }]
  }
  const codes = codesOf(answer)
  if (codes.length === 0) return []
  const list = blocklistNamed(zone)
  return [{
    ...base, id: 'blocklists/listed', severity: 'broken', record: zone,
    text: `${subject} is on ${list?.name ?? zone} (${codes.join(', ')}): receivers that ask it ` +
      'refuse your mail.',
    fix: { kind: 'do', text: 'Find what put it there and stop that first' +
      (list?.delisting === undefined ? '.' : `; then ask to be taken off at ${list.delisting}.`) },
  }]
}

/** Codes of a listing: 127.0.0.0/8 but for 127.255.255.0/24, which tells of an error. */
function codesOf(answer: DnsAnswer<'A'>): readonly string[] {
  return recordsOf(answer).filter((code) =>
    code.startsWith('127.') && !code.startsWith('127.255.255.'))
}

/** Octets or nibbles backwards (RFC 5782 §2.1, §2.4). */
function reverse(ip: string): string {
  if (isIPv4(ip)) return ip.split('.').toReversed().join('.')
  const [head = '', tail] = ip.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle = Array.from({ length: 8 - left.length - right.length }, () => '0')
  const groups = tail === undefined ? left : [...left, ...middle, ...right]
  return groups.map((group) => group.padStart(4, '0')).join('').split('').toReversed().join('.')
}
