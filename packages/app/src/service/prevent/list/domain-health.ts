// Whether a domain takes mail at all (RFC 5321 §5.1, RFC 7505). What the DNS does not answer is
// unknown, never invalid.

import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import type { ListFinding } from './types.ts'

/** Against the domain: nothing where it takes mail. */
export async function checkDomainHealth(dns: Dns, domain: string): Promise<readonly ListFinding[]> {
  const mx = await dns.lookup(domain, 'MX')
  if (mx.kind === 'trouble') return unknown(mx.code)
  if (mx.kind === 'missing') return [{ reason: 'domain-unknown', confidence: 0.98 }]
  const hosts = recordsOf(mx).map(({ exchange }) => exchange)
  if (hosts.length === 1 && hosts[0] === '') {
    return [{ reason: 'domain-no-mail', about: 'null-mx', confidence: 1 }]
  }
  if (hosts.length === 0) return await checkAddress(dns, domain, 'domain-no-mail')
  return await checkFirstHosts(dns, hosts)
}

/** A domain with one mail host that is there takes mail; only the first few are looked for. */
async function checkFirstHosts(
  dns: Dns, hosts: readonly string[],
): Promise<readonly ListFinding[]> {
  let findings: readonly ListFinding[] = []
  for (const host of hosts.slice(0, HOSTS_MAX)) {
    findings = await checkAddress(dns, host, 'mail-host-missing')
    if (findings.length === 0) return []
  }
  return findings
}

const HOSTS_MAX = 4

async function checkAddress(
  dns: Dns, host: string, reason: 'domain-no-mail' | 'mail-host-missing',
): Promise<readonly ListFinding[]> {
  const four = await dns.lookup(host, 'A')
  if (four.kind === 'found') return []
  const six = await dns.lookup(host, 'AAAA')
  if (six.kind === 'found') return []
  const trouble = [four, six].find(({ kind }) => kind === 'trouble')
  if (trouble?.kind === 'trouble') return unknown(trouble.code)
  return [{ reason, about: host, confidence: 0.95 }]
}

function unknown(code: string): readonly ListFinding[] {
  return [{ reason: 'dns-unknown', about: code, confidence: 1 }]
}
