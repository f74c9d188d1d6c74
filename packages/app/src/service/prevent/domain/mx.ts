// Where mail to the domain goes: replies, bounces and reports come back this way (RFC 5321 §5,
// 7505), and how it is secured on the way (RFC 8461, 8460, 7672).

import { isIP } from 'node:net'
import type { Dns, MxRecord } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import { isVersion, parseTags } from './tags.ts'
import type { DomainDeps, Finding } from './types.ts'

const DAY_SECONDS = 86_400

export type MxReading = {
  readonly hosts: readonly string[]
  readonly findings: readonly Finding[]
}

export async function checkMx(dns: Dns, domain: string): Promise<MxReading> {
  const base = { area: 'mx', source: 'RFC 5321 §5.1' } as const
  const answer = await dns.lookup(domain, 'MX')
  if (answer.kind === 'trouble') {
    return { hosts: [], findings: [{ ...base, id: 'mx/trouble', severity: 'unknown', text:
      `The DNS did not answer for MX of ${domain} (${answer.code}).` }] }
  }
  if (answer.kind === 'missing') {
    return { hosts: [], findings: [{ ...base, id: 'mx/no-domain', severity: 'broken', text:
      `There is no domain ${domain}: mail from it is refused.` }] }
  }
  const records = recordsOf(answer).toSorted((a, b) => a.priority - b.priority)
  if (records.length === 0) return await checkWithoutMx(dns, domain)
  if (records.length === 1 && records[0]?.exchange === '') {
    return { hosts: [], findings: [{
      ...base, id: 'mx/null', severity: 'weak', source: 'RFC 7505',
      text: `${domain} says that it takes no mail (null MX). Many receivers refuse mail from a ` +
        'domain that cannot be answered.',
    }] }
  }
  const findings = (await Promise.all(records.map((record) => checkHost(dns, record)))).flat()
  const hosts = records.map(({ exchange }) => exchange)
  if (findings.length > 0) return { hosts, findings }
  return { hosts, findings: [{ ...base, id: 'mx/good', severity: 'good', text:
    `Mail to ${domain} goes to ${hosts.join(', ')}.` }] }
}

async function checkWithoutMx(dns: Dns, domain: string): Promise<MxReading> {
  const base = { area: 'mx', source: 'RFC 5321 §5.1' } as const
  const [four, six] = await Promise.all([dns.lookup(domain, 'A'), dns.lookup(domain, 'AAAA')])
  const hasAddress = four.kind === 'found' || six.kind === 'found'
  if (!hasAddress && (four.kind === 'trouble' || six.kind === 'trouble')) {
    return { hosts: [], findings: [{ ...base, id: 'mx/trouble', severity: 'unknown', text:
      `${domain} has no MX record, and the DNS did not answer for its address.` }] }
  }
  return { hosts: hasAddress ? [domain] : [], findings: [{
    ...base, id: hasAddress ? 'mx/address-only' : 'mx/none',
    severity: hasAddress ? 'weak' : 'broken',
    text: hasAddress
      ? `${domain} has no MX record; mail goes to its address. Some receivers distrust that.`
      : `${domain} takes no mail: it has neither MX nor address. Replies and bounces are lost, ` +
        'and many receivers refuse mail from it.',
    fix: { kind: 'publish', record: { name: domain, type: 'MX', value: `10 mx.${domain}` } },
  }] }
}

async function checkHost(dns: Dns, { exchange }: MxRecord): Promise<Finding[]> {
  const base = { area: 'mx', severity: 'broken', source: 'RFC 5321 §5.1' } as const
  if (isIP(exchange) > 0) {
    return [{ ...base, id: 'mx/address', text:
      `MX names the address ${exchange}; it must name a host.` }]
  }
  const [four, six] = await Promise.all([dns.lookup(exchange, 'A'), dns.lookup(exchange, 'AAAA')])
  if (four.kind === 'found' || six.kind === 'found') return []
  if (four.kind === 'trouble' || six.kind === 'trouble') {
    return [{ ...base, id: 'mx/trouble', severity: 'unknown', text:
      `The DNS did not answer for the mail host ${exchange}.` }]
  }
  return [{ ...base, id: 'mx/host-without-address', text:
    `The mail host ${exchange} has no address: mail that tries it fails.`,
  fix: { kind: 'do', text: `Give ${exchange} an address, or remove it from the MX records.` } }]
}

export async function checkMtaSts(
  { dns, fetchText }: DomainDeps, domain: string, hosts: readonly string[],
): Promise<Finding[]> {
  const base = { area: 'mta-sts', source: 'RFC 8461 §3' } as const
  const answer = await dns.lookup(`_mta-sts.${domain}`, 'TXT')
  if (answer.kind === 'trouble') {
    return [{ ...base, id: 'mta-sts/trouble', severity: 'unknown', text:
      `The DNS did not answer for _mta-sts.${domain} (${answer.code}).` }]
  }
  const records = recordsOf(answer).filter((text) => isVersion(text, 'STSv1'))
  const [record] = records
  if (record === undefined) {
    return [{ ...base, id: 'mta-sts/none', severity: 'note', text:
      'No MTA-STS: others may send mail to you unencrypted. It does not change how your mail ' +
      'arrives.' }]
  }
  if (records.length > 1 || !/^[a-z0-9]{1,32}$/i.test(parseTags(record).get('id') ?? '')) {
    return [{ ...base, id: 'mta-sts/bad-record', severity: 'weak', record, text:
      `_mta-sts.${domain} must hold one record v=STSv1; id=… with letters and digits.` }]
  }
  if (fetchText === undefined) return []
  const policy = await fetchText(`https://mta-sts.${domain}/.well-known/mta-sts.txt`)
  if (policy === undefined) {
    return [{ ...base, id: 'mta-sts/no-policy', severity: 'broken', record, text:
      `The policy at https://mta-sts.${domain}/.well-known/mta-sts.txt cannot be fetched: ` +
      'senders that remember an older one refuse to send.' }]
  }
  return checkStsPolicy(policy, hosts).map((finding) => ({ ...base, record, ...finding }))
}

type Part = Pick<Finding, 'id' | 'severity' | 'text'>

function checkStsPolicy(policy: string, hosts: readonly string[]): Part[] {
  const lines = policy.split(/\r?\n/)
  const values = (name: string): string[] => lines.flatMap((line) =>
    line.startsWith(`${name}:`) ? [line.slice(name.length + 1).trim()] : [])
  const [mode = ''] = values('mode')
  const patterns = values('mx')
  const uncovered = hosts.filter((host) => !patterns.some((one) => covers(one, host)))
  if (!['enforce', 'testing', 'none'].includes(mode)) {
    return [{ id: 'mta-sts/bad-policy', severity: 'weak', text: `The policy has no mode.` }]
  }
  if (uncovered.length > 0 && mode !== 'none') {
    return [{ id: 'mta-sts/host-not-named', severity: mode === 'enforce' ? 'broken' : 'weak', text:
      `The policy does not name ${uncovered.join(', ')}: mail to them is ` +
      `${mode === 'enforce' ? 'refused by senders' : 'reported'}.` }]
  }
  if (Number(values('max_age')[0] ?? 0) < DAY_SECONDS) {
    return [{ id: 'mta-sts/short-age', severity: 'weak', text:
      'The policy is kept for less than a day (max_age): it protects hardly anybody.' }]
  }
  return [{ id: 'mta-sts/good', severity: 'good', text: `MTA-STS is in mode ${mode}.` }]
}

function covers(pattern: string, host: string): boolean {
  const name = pattern.toLowerCase()
  if (!name.startsWith('*.')) return name === host
  return host.slice(host.indexOf('.') + 1) === name.slice(2)
}

export async function checkTlsRpt(dns: Dns, domain: string): Promise<Finding[]> {
  const base = { area: 'tls-rpt', source: 'RFC 8460 §3' } as const
  const answer = await dns.lookup(`_smtp._tls.${domain}`, 'TXT')
  if (answer.kind === 'trouble') {
    return [{ ...base, id: 'tls-rpt/trouble', severity: 'unknown', text:
      `The DNS did not answer for _smtp._tls.${domain} (${answer.code}).` }]
  }
  const record = recordsOf(answer).find((text) => isVersion(text, 'TLSRPTv1'))
  if (record === undefined) {
    return [{ ...base, id: 'tls-rpt/none', severity: 'note', text:
      'No TLS reports are asked for: you do not hear when others cannot reach you encrypted.',
    fix: { kind: 'publish', record: {
      name: `_smtp._tls.${domain}`, type: 'TXT',
      value: `v=TLSRPTv1; rua=mailto:tls-reports@${domain}`,
    } } }]
  }
  const rua = parseTags(record).get('rua') ?? ''
  const isGood = /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/i.test(rua)
  return [{ ...base, record, id: isGood ? 'tls-rpt/good' : 'tls-rpt/bad-address',
    severity: isGood ? 'good' : 'weak',
    text: isGood ? 'TLS reports are asked for.' : 'rua= must be mailto:… or https://….' }]
}

export async function checkDane(dns: Dns, hosts: readonly string[]): Promise<Finding[]> {
  const base = { area: 'dane', source: 'RFC 7672 §3.1' } as const
  const all = await Promise.all(hosts.map(async (host) =>
    ({ host, answer: await dns.lookup(`_25._tcp.${host}`, 'TLSA') })))
  const found = all.flatMap(({ host, answer }) =>
    recordsOf(answer).map((record) => ({ host, record })))
  if (found.length === 0) return []
  const unusable = found.filter(({ record: { usage } }) => usage !== 2 && usage !== 3)
  return unusable.length === 0
    ? [{ ...base, id: 'dane/good', severity: 'good', text:
      `DANE: ${found.length} usable TLSA records. They protect only where the zone is signed.` }]
    : unusable.map(({ host, record: { usage } }): Finding => ({
      ...base, id: 'dane/usage', severity: 'weak', text:
        `The TLSA record of ${host} has usage ${usage}; mail servers take 2 and 3 alone.` }))
}
