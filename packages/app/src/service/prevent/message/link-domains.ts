// The domains that links lead to: whether they are there, and whether block lists name them, as
// filters ask (SURBL, URIBL, Spamhaus DBL).

import { checkBlocklists, zoneNamed } from '../domain/blocklists.ts'
import { guessOrganization } from '../domain/organization.ts'
import type { Dns } from '../dns/types.ts'
import type { MessageFinding } from './types.ts'

const HOSTS_MAX = 30

/** Never rejects: what the DNS does not answer is left out. */
export async function checkLinkDomains(
  dns: Dns, hosts: readonly string[], blocklists: readonly string[],
): Promise<MessageFinding[]> {
  const asked = hosts.slice(0, HOSTS_MAX)
  const zones = blocklists.map(zoneNamed).filter(({ lists }) => lists === 'domain')
  const domains = [...new Set(asked.map(guessOrganization))]
  const [missing, listed] = await Promise.all([
    Promise.all(asked.map(async (host) => await isMissing(dns, host) ? [host] : [])),
    checkBlocklists(dns, zones, { ips: [], domains }),
  ])
  return [
    ...missing.flat().map((host): MessageFinding => ({
      area: 'links', id: 'links/no-such-host', severity: 'broken',
      text: `A link leads to ${host}, which is not there: there is no such name in the DNS.`,
    })),
    ...listed.map(({ id, severity, text, source, fix }): MessageFinding => ({
      area: 'links', id: id.replace('blocklists/', 'links/blocklists-'), severity, text,
      ...source === undefined ? {} : { source },
      ...fix?.kind === 'do' ? { advice: fix.text } : {},
    })),
  ]
}

async function isMissing(dns: Dns, host: string): Promise<boolean> {
  return (await dns.lookup(host, 'A')).kind === 'missing'
}
