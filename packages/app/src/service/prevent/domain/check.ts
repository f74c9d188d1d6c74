// Looks a domain over as the receivers of its mail do, and says what to change.

import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import { sortFindings, worstIn } from '../severity.ts'
import { checkBlocklists, zoneNamed } from './blocklists.ts'
import { checkDkim } from './dkim.ts'
import { checkDmarc, type DmarcReading } from './dmarc.ts'
import { checkDane, checkMtaSts, checkMx, checkTlsRpt } from './mx.ts'
import { organizationOf } from './organization.ts'
import { checkSendingHost } from './sending-host.ts'
import { checkSpf } from './spf-findings.ts'
import { isVersion, parseTags } from './tags.ts'
import {
  AREAS, type Area, type DomainDeps, type DomainQuestion, type DomainReport, type Finding,
} from './types.ts'

/** Areas without which mail is refused; faults elsewhere cost less. */
const DECISIVE: ReadonlySet<Area> =
  new Set(['spf', 'dkim', 'dmarc', 'return-path', 'sending-host', 'mx', 'blocklists'])

/** Never rejects: what the DNS cannot tell is `unknown`, not wrong. */
export async function checkDomain(
  question: DomainQuestion, deps: DomainDeps,
): Promise<DomainReport> {
  const { domain, selectors, ips = [], helo } = question
  const { dns } = deps
  const returnPath = question.returnPath ?? domain
  const [dmarc, mx] = await Promise.all([checkDmarc(dns, domain), checkMx(dns, domain)])
  const groups = await Promise.all([
    checkSpf(dns, domain), checkDkim(dns, domain, selectors), dmarc.findings,
    returnPath === domain ? [] : checkReturnPath(dns, domain, returnPath, dmarc),
    checkSendingHost(dns, ips, helo), mx.findings, checkMtaSts(deps, domain, mx.hosts),
    checkTlsRpt(dns, domain), checkDane(dns, mx.hosts), checkBimi(dns, domain, dmarc),
    checkBlocklists(dns, (question.blocklists ?? []).map(zoneNamed), { ips, domains: [domain] }),
    deps.reported?.(domain) ?? [],
  ])
  const findings = sortFindings(groups.flat(), AREAS)
  return { domain, grade: gradeOf(findings), areas: areasOf(findings), findings }
}

async function checkReturnPath(
  dns: Dns, domain: string, returnPath: string, { strictSpf }: DmarcReading,
): Promise<Finding[]> {
  const base = { area: 'return-path', source: 'RFC 9989 §4.4' } as const
  const [own, theirs] =
    await Promise.all([organizationOf(dns, domain), organizationOf(dns, returnPath)])
  const isUnknown = own === undefined || theirs === undefined
  const isAligned = !strictSpf && own === theirs
  const [spf, mx] = await Promise.all([
    checkSpf(dns, returnPath, 'return-path'), checkMx(dns, returnPath),
  ])
  const lost = mx.findings.filter(({ severity }) => severity === 'broken')
    .map(({ text }): Finding => ({
      ...base, id: 'return-path/no-bounces', severity: 'broken',
      text: `Bounces cannot come back to ${returnPath}: ${text}`,
    }))
  if (isUnknown) {
    return [...spf, ...lost, { ...base, id: 'return-path/trouble', severity: 'unknown', text:
      `The DNS did not answer whether ${returnPath} and ${domain} belong together.` }]
  }
  return [...spf, ...lost, isAligned
    ? { ...base, id: 'return-path/aligned', severity: 'good', text:
      `The return path ${returnPath} aligns with ${domain}: SPF counts for DMARC.` }
    : { ...base, id: 'return-path/not-aligned', severity: 'weak', text: strictSpf && own === theirs
      ? `DMARC asks for the very same domain (aspf=s): SPF of ${returnPath} does not count for ` +
        `${domain}. DKIM alone must carry every message.`
      : `The return path ${returnPath} belongs to another organisation than ${domain}: SPF does ` +
        'not count for DMARC, and DKIM alone must carry every message.',
    fix: { kind: 'do', text: strictSpf && own === theirs
      ? 'Write aspf=r, or leave it out.'
      : `Let the service use a return path such as bounce.${domain}.` } }]
}

async function checkBimi(
  dns: Dns, domain: string, { policy, findings }: DmarcReading,
): Promise<Finding[]> {
  const base = { area: 'bimi', source: 'draft-brand-indicators' } as const
  const record = recordsOf(await dns.lookup(`default._bimi.${domain}`, 'TXT'))
    .find((text) => isVersion(text, 'BIMI1'))
  // What DMARC asks for was not to be had: nothing can be said of what needs it.
  if (record === undefined || findings.some(({ id }) => id === 'dmarc/trouble')) return []
  const logo = parseTags(record).get('l') ?? ''
  if (logo !== '' && !/^https:\/\/\S+\.svgz?(?:$|[?#])/i.test(logo)) {
    return [{ ...base, id: 'bimi/bad-logo', severity: 'weak', record, text:
      'The logo (l=) must be an https address of an SVG.' }]
  }
  return policy === 'quarantine' || policy === 'reject'
    ? [{ ...base, id: 'bimi/good', severity: 'good', record, text: 'BIMI names a logo.' }]
    : [{ ...base, id: 'bimi/needs-dmarc', severity: 'weak', record, text:
      'BIMI shows the logo only where DMARC says quarantine or reject.' }]
}

function areasOf(findings: readonly Finding[]): DomainReport['areas'] {
  return AREAS.flatMap((area) => {
    const severity = worstIn(findings, area)
    return severity === undefined ? [] : [{ area, severity }]
  })
}

/**
 * What is decisive and broken weighs twice; each weak one costs a grade between them. Where nothing
 * is bad, it is good only if everything decisive was answered.
 */
function gradeOf(findings: readonly Finding[]): DomainReport['grade'] {
  const decisive = findings.filter(({ area }) => DECISIVE.has(area))
  const cost = findings.reduce((sum, { area, severity }) => {
    if (severity === 'broken') return sum + (DECISIVE.has(area) ? 3 : 1)
    return severity === 'weak' ? sum + (DECISIVE.has(area) ? 1 : 0.5) : sum
  }, 0)
  if (cost === 0) return decisive.some(isUnanswered) ? 'unknown' : 'A'
  if (cost <= 1) return 'B'
  if (cost <= 2) return 'C'
  return cost <= 3 ? 'D' : 'F'
}

/** The DNS did not tell; that a selector is not known is another matter. */
function isUnanswered({ id, severity }: Finding): boolean {
  return severity === 'unknown' && id.endsWith('/trouble')
}
