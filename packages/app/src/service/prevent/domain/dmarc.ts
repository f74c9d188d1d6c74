// DMARC of a domain (RFC 9989, and RFC 7489 before it): which record holds, what it asks for, and
// whether reports come to where they should.

import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import { findDmarc, organizationOf } from './organization.ts'
import { isVersion, parseTags, type Tags } from './tags.ts'
import type { Finding } from './types.ts'

const POLICIES: ReadonlySet<string> = new Set(['none', 'quarantine', 'reject'])
/** Gone with RFC 9989 §A; receivers ignore them. */
const OLD_TAGS: readonly string[] = ['pct', 'rf', 'ri']
const base = { area: 'dmarc' } as const

export type DmarcReading = {
  readonly policy: 'none' | 'quarantine' | 'reject' | undefined
  readonly strictSpf: boolean
  readonly findings: readonly Finding[]
}

export async function checkDmarc(dns: Dns, domain: string): Promise<DmarcReading> {
  const answer = await dns.lookup(`_dmarc.${domain}`, 'TXT')
  const own = recordsOf(answer).filter((text) => isVersion(text, 'DMARC1'))
  const nothing = { policy: undefined, strictSpf: false }
  if (own.length > 1) {
    return { ...nothing, findings: [{ ...base, id: 'dmarc/several', severity: 'broken', text:
      `_dmarc.${domain} has ${own.length} DMARC records: receivers ignore them all. Leave one.`,
    source: 'RFC 9989 §4.10' }] }
  }
  const [nearest] = await findDmarc(dns, domain)
  if (nearest === undefined) return { ...nothing, findings: [noRecord(domain)] }
  if ('trouble' in nearest) {
    return { ...nothing, findings: [{ ...base, id: 'dmarc/trouble', severity: 'unknown', text:
      `The DNS did not answer for _dmarc.${nearest.domain} (${nearest.trouble}).` }] }
  }
  const tags = parseTags(nearest.record)
  const isOwn = nearest.domain === domain
  const word = (isOwn ? undefined : tags.get('sp')) ?? tags.get('p') ?? ''
  const policy = word.toLowerCase()
  const findings = [
    ...checkPolicyWord(policy, domain, nearest.domain), ...checkOldTags(tags),
    ...await checkReports(dns, tags, nearest.domain),
  ].map((finding) => ({ ...finding, record: nearest.record }))
  return {
    policy: POLICIES.has(policy) ? policy as DmarcReading['policy'] : undefined,
    strictSpf: tags.get('aspf')?.toLowerCase() === 's', findings,
  }
}

function noRecord(domain: string): Finding {
  return {
    ...base, id: 'dmarc/none', severity: 'broken', source: 'RFC 9989 §4.7',
    text: `${domain} has no DMARC record. Gmail, Yahoo and Microsoft refuse or distrust bulk ` +
      'mail without one, and anybody can write in its name.',
    fix: { kind: 'publish', record: {
      name: `_dmarc.${domain}`, type: 'TXT',
      value: `v=DMARC1; p=none; rua=mailto:dmarc-reports@${domain}`,
    } },
  }
}

function checkPolicyWord(policy: string, domain: string, at: string): Finding[] {
  const where = at === domain ? '' : ` (the record of ${at} holds)`
  if (policy === 'reject' || policy === 'quarantine') {
    return [{ ...base, id: 'dmarc/good', severity: 'good', text:
      `DMARC asks receivers to ${policy} what is not authenticated${where}.` }]
  }
  if (policy === 'none') {
    return [{ ...base, id: 'dmarc/policy-none', severity: 'note', source: 'RFC 9989 §4.7', text:
      `DMARC only watches (p=none)${where}: others can still write in the domain's name. Read ` +
      'the reports, then go on to quarantine and reject.' }]
  }
  return [{ ...base, id: 'dmarc/bad-policy', severity: 'broken', source: 'RFC 9989 §4.7', text:
    `DMARC has no policy that receivers know: p=${policy === '' ? '(missing)' : policy}${where}.`,
  fix: { kind: 'do', text: 'Write p=none, p=quarantine or p=reject right after v=DMARC1.' } }]
}

function checkOldTags(tags: Tags): Finding[] {
  const old = OLD_TAGS.filter((tag) => tags.has(tag))
  return old.length === 0 ? [] : [{
    ...base, id: 'dmarc/old-tags', severity: 'note', source: 'RFC 9989 §A',
    text: `${old.join(', ')} ${old.length === 1 ? 'means' : 'mean'} nothing since RFC 9989` +
      (old.includes('pct') ? '; for pct=0 write t=y.' : '.'),
  }]
}

async function checkReports(dns: Dns, tags: Tags, domain: string): Promise<Finding[]> {
  const rua = tags.get('rua')
  if (rua === undefined) {
    return [{ ...base, id: 'dmarc/no-reports', severity: 'weak', source: 'RFC 9989 §4.7', text:
      'DMARC names nobody who gets reports (rua=): you do not see who sends in your name.',
    fix: { kind: 'do', text: `Add rua=mailto:dmarc-reports@${domain}.` } }]
  }
  const findings: Finding[] = []
  for (const uri of rua.split(',').map((one) => one.trim())) {
    const host = /^mailto:[^@\s]+@([^!\s]+)/i.exec(uri)?.[1]?.toLowerCase()
    if (host === undefined) {
      findings.push({ ...base, id: 'dmarc/bad-report-address', severity: 'weak',
        source: 'RFC 9990', text: `"${uri}" is no address for reports: write mailto:NAME@DOMAIN.` })
    } else if (!await isAllowed(dns, domain, host)) {
      findings.push({ ...base, id: 'dmarc/reports-not-allowed', severity: 'weak',
        source: 'RFC 9990',
        text: `Reports to ${host} are not sent: it does not say that it takes those of ${domain}.`,
        fix: { kind: 'publish', record: {
          name: `${domain}._report._dmarc.${host}`, type: 'TXT', value: 'v=DMARC1',
        } } })
    }
  }
  return findings
}

/** Whether a foreign domain has said that it takes reports of this one. */
async function isAllowed(dns: Dns, domain: string, host: string): Promise<boolean> {
  const [own, theirs] = [await organizationOf(dns, domain), await organizationOf(dns, host)]
  if (own === theirs || own === undefined || theirs === undefined) return true
  const answer = await dns.lookup(`${domain}._report._dmarc.${host}`, 'TXT')
  if (answer.kind === 'trouble') return true
  return recordsOf(answer).some((text) => isVersion(text, 'DMARC1'))
}
