// The host that sends: its addresses' names lead back to them, its HELO is a name with an address,
// and SPF knows it for bounces too, which have no sender (RFC 7208 §2.4, 8601, RFC 5321 §4.1.4).

import { isIPv4 } from 'node:net'
import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import { checkSpf } from './spf-findings.ts'
import type { Finding } from './types.ts'

const base = { area: 'sending-host' } as const

/** Words that providers put into the names of home and hosting addresses. */
const GENERIC = /(?:^|[.-])(?:dyn|dynamic|dhcp|pool|dsl|adsl|cable|dialup|ppp|client|static|host|ip)[.\d-]/i

export async function checkSendingHost(
  dns: Dns, ips: readonly string[], helo: string | undefined,
): Promise<Finding[]> {
  const hosts = await Promise.all(ips.map((ip) => checkIp(dns, ip)))
  return [...hosts.flat(), ...helo === undefined ? [] : await checkHelo(dns, helo, ips)]
}

async function checkIp(dns: Dns, ip: string): Promise<Finding[]> {
  const answer = await dns.lookup(ip, 'PTR')
  if (answer.kind === 'trouble') {
    return [{ ...base, id: 'sending-host/trouble', severity: 'unknown', text:
      `The DNS did not answer for the name of ${ip} (${answer.code}).` }]
  }
  const names = recordsOf(answer)
  const [name] = names
  if (name === undefined) {
    return [{ ...base, id: 'sending-host/no-name', severity: 'broken', source: 'RFC 1912 §2.1',
      text: `${ip} has no name (PTR): Gmail, Microsoft and many others refuse its mail.`,
      fix: { kind: 'do', text: `Ask whom the address belongs to for a PTR record of ${ip}.` } }]
  }
  const confirmed = await Promise.all(names.map((one) => leadsTo(dns, one, ip)))
  if (!confirmed.includes(true) && confirmed.includes(undefined)) {
    return [{ ...base, id: 'sending-host/trouble', severity: 'unknown', text:
      `${ip} is named ${name}, and the DNS did not answer whether that leads back.` }]
  }
  if (!confirmed.includes(true)) {
    return [{ ...base, id: 'sending-host/not-confirmed', severity: 'broken', source: 'RFC 8601 §3',
      text: `${ip} is named ${name}, which does not lead back to ${ip}: receivers take it for ` +
        'unnamed.',
      fix: { kind: 'publish', record: { name, type: 'A', value: ip } } }]
  }
  if (GENERIC.test(name) && /\d/.test(name)) {
    return [{ ...base, id: 'sending-host/generic-name', severity: 'weak', text:
      `${ip} is named ${name}, which looks like a home or rented connection; some receivers ` +
      'refuse such names. Give it a name of your own.' }]
  }
  return [{ ...base, id: 'sending-host/good', severity: 'good', text:
    `${ip} is named ${name}, and back.` }]
}

/** Undefined where the DNS did not answer. */
async function leadsTo(dns: Dns, name: string, ip: string): Promise<boolean | undefined> {
  const answer = await dns.lookup(name, isIPv4(ip) ? 'A' : 'AAAA')
  return answer.kind === 'trouble' ? undefined : recordsOf(answer).includes(ip)
}

async function checkHelo(dns: Dns, helo: string, ips: readonly string[]): Promise<Finding[]> {
  if (!/^[\w-]+(?:\.[\w-]+)+$/.test(helo)) {
    return [{ ...base, id: 'sending-host/bad-helo', severity: 'broken', source: 'RFC 5321 §4.1.4',
      text: `HELO says "${helo}", which is no full host name.` }]
  }
  const found: Finding[] = []
  const leads = await Promise.all(ips.map((ip) => leadsTo(dns, helo, ip)))
  if (leads.includes(undefined)) {
    found.push({ ...base, id: 'sending-host/trouble', severity: 'unknown', text:
      `The DNS did not answer for the name in HELO, ${helo}.` })
  }
  if (leads.includes(false)) {
    const others = ips.filter((_, i) => leads[i] === false)
    found.push({ ...base, id: 'sending-host/helo-elsewhere', severity: 'weak',
      source: 'RFC 5321 §4.1.4',
      text: `HELO says ${helo}, which does not lead to ${others.join(', ')}.` })
  }
  // Bounces and other mail without a sender are judged by the name in HELO.
  const spf = await checkSpf(dns, helo, 'sending-host')
  return [...found, ...spf.map((finding) =>
    finding.id === 'sending-host/none' ? withoutSpf(helo) : finding)]
}

function withoutSpf(helo: string): Finding {
  return {
    ...base, id: 'sending-host/helo-without-spf', severity: 'note', source: 'RFC 7208 §2.4',
    text: `${helo} has no SPF record: bounces that you send, which have no sender, are judged by ` +
      'this name and pass as nobody\'s.',
    fix: { kind: 'publish', record: { name: helo, type: 'TXT', value: 'v=spf1 a -all' } },
  }
}
