// What of the reports is worth acting on, and what to do.

import { tlsResult } from './tls-results.ts'
import type { DmarcSummary, ReportFinding, SourceSummary, TlsSummary } from './types.ts'
import { countOf } from './words.ts'

/** Fewer messages say nothing of a source, or of a policy. */
const MESSAGES_MIN = 10
const POLICY_MESSAGES_MIN = 100
/** A share of failures that stray mail and damage on the way explain. */
const STRAY_SHARE = 0.01
/** From this share of own mail on, a stricter policy costs nothing. */
const READY_SHARE = 0.98
const NAMED_MAX = 5

const base = { area: 'dmarc' } as const

export function dmarcFindings(
  domain: string, summary: DmarcSummary, sources: readonly SourceSummary[],
): ReportFinding[] {
  const own = sources.filter(({ standing }) => standing === 'known' || standing === 'signed')
  return [
    ...faultyRecord(domain, summary),
    ...own.flatMap(failingSource).slice(0, NAMED_MAX), ...oneLegged(own),
    ...strangers(summary, sources), ...policyAdvice(domain, summary, own), ...overridden(summary),
    ...summary.messages > 0 && summary.aligned === summary.messages ? [{
      ...base, id: 'dmarc/all-aligned', severity: 'good' as const,
      text: `All ${summary.messages} messages passed DMARC.`,
    }] : [],
  ]
}

function faultyRecord(domain: string, { errors }: DmarcSummary): ReportFinding[] {
  if (errors.length === 0) return []
  return [{
    ...base, id: 'dmarc/record-faulty', severity: 'weak',
    text: `Receivers found your DMARC record faulty: ${errors.slice(0, NAMED_MAX).join('; ')}.`,
    advice: `carom domain check ${domain} says what to publish.`,
  }]
}

function failingSource(source: SourceSummary): ReportFinding[] {
  const { ip, messages, aligned, refused, causes } = source
  const failed = messages - aligned
  if (failed < MESSAGES_MIN || failed <= messages * STRAY_SHARE) return []
  return [{
    ...base, id: 'dmarc/own-mail-fails', severity: refused > 0 ? 'broken' : 'weak',
    text: `${ip}, which sends for you, failed DMARC with ${failed} of ${messages} messages` +
      (refused > 0 ? `; ${refused} were refused or put into junk.` : '.'),
    advice: causes.join(' '), source: 'RFC 9989 §4.4',
  }]
}

/** Passing by SPF alone ends at the first forwarder. */
function oneLegged(own: readonly SourceSummary[]): ReportFinding[] {
  const found = own.filter(({ messages, byDkim, aligned }) =>
    messages >= MESSAGES_MIN && byDkim === 0 && aligned > 0)
  if (found.length === 0) return []
  return [{
    ...base, id: 'dmarc/spf-alone', severity: 'weak',
    text: `Mail from ${named(found)} passes by SPF alone: it fails as soon as it is forwarded.`,
    advice: 'Let it sign with DKIM for your domain, too.',
  }]
}

function strangers(
  { policy }: DmarcSummary, sources: readonly SourceSummary[],
): ReportFinding[] {
  const found = sources.filter(({ standing }) => standing === 'unknown')
  const messages = sum(found, 'messages')
  if (messages < MESSAGES_MIN) return []
  const refused = sum(found, 'refused')
  const isOpen = policy?.p === 'none' || policy?.p === undefined
  return [{
    ...base, id: 'dmarc/unknown-sources', severity: isOpen ? 'weak' : 'note',
    text: `${messages} messages in your name came from ${countOf(found.length, 'source')} that ` +
      `nothing ties to you, most from ${named(found)}; ${refused} of them were refused or put ` +
      'into junk.',
    advice: 'Is one of them a service of yours? Then set up its SPF and DKIM. If none is, ' +
      (isOpen ? 'a policy of quarantine or reject keeps them out.' : 'your policy does its work.'),
  }]
}

function policyAdvice(
  domain: string, { policy, messages }: DmarcSummary, own: readonly SourceSummary[],
): ReportFinding[] {
  if (policy?.p === undefined || messages < POLICY_MESSAGES_MIN) return []
  if (policy.p === 'reject' && policy.testing !== true) return []
  const [sent, aligned] = [sum(own, 'messages'), sum(own, 'aligned')]
  if (sent < POLICY_MESSAGES_MIN) return []
  const next = policy.p === 'none' ? 'quarantine' : 'reject'
  const share = `${(aligned / sent * 100).toFixed(1)} % of the mail of your own sources passes`
  if (aligned / sent < READY_SHARE) {
    return [{
      ...base, id: 'dmarc/not-ready', severity: 'note',
      text: `${share}: too little for a stricter policy than ${policy.p}.`,
      advice: 'Mend the sources named above first.',
    }]
  }
  return [{
    ...base, id: 'dmarc/ready', severity: policy.p === 'none' ? 'weak' : 'note',
    text: policy.testing === true ? `${share}, and the policy is only tested (t=y).`
      : `${share}: ${next} would cost you nothing and keep strangers out.`,
    advice: policy.testing === true ? `Take t=y out of the TXT record of _dmarc.${domain}.`
      : `Write p=${next} in the TXT record of _dmarc.${domain}.`,
  }]
}

function overridden({ overrides, messages }: DmarcSummary): ReportFinding[] {
  const all = overrides.reduce((total, one) => total + one.messages, 0)
  if (all < MESSAGES_MIN || all <= messages * STRAY_SHARE) return []
  const types = overrides.slice(0, 3).map(({ type, messages: n }) => `${type}: ${n}`).join(', ')
  return [{
    ...base, id: 'dmarc/overridden', severity: 'note',
    text: `Receivers did something else than your policy asks for with ${all} messages (${types}).`,
    advice: 'forwarded and mailing_list are mail of yours that others passed on: DKIM helps most.',
  }]
}

export function tlsFindings(domain: string, summary: TlsSummary): ReportFinding[] {
  const { failures, succeeded, failed, policies } = summary
  const total = succeeded + failed
  const found = failures.map((failure): ReportFinding => {
    const { policyType, result, sessions, mxHosts } = failure
    const { meaning, remedy } = tlsResult(result, domain)
    const where = mxHosts.length === 0 ? '' : ` at ${mxHosts.slice(0, 3).join(', ')}`
    return {
      area: 'tls', id: `tls/${result}`,
      severity: policyType === 'no-policy-found' ? 'weak' : 'broken',
      text: `${sessions} of ${total} sessions failed${where} (${result}, ${policyType}). ` +
        meaning,
      advice: remedy, source: 'RFC 8460 §4.3',
    }
  })
  const isOpen = policies.length > 0 && policies.every(({ type }) => type === 'no-policy-found')
  return [
    ...found,
    ...isOpen ? [{
      area: 'tls' as const, id: 'tls/no-policy', severity: 'note' as const,
      text: 'Senders found no policy: who stands between can switch the encryption off.',
      advice: `Publish MTA-STS or DANE for ${domain}; carom domain check names the records.`,
    }] : [],
    ...failed === 0 && total > 0 ? [{
      area: 'tls' as const, id: 'tls/good', severity: 'good' as const,
      text: `All ${total} sessions were encrypted as they should.`,
    }] : [],
  ]
}

function named(sources: readonly SourceSummary[]): string {
  const names = sources.slice(0, NAMED_MAX).map(({ ip }) => ip).join(', ')
  return sources.length > NAMED_MAX ? `${names} and ${sources.length - NAMED_MAX} more` : names
}

function sum(
  sources: readonly SourceSummary[], count: 'messages' | 'aligned' | 'refused',
): number {
  return sources.reduce((total, source) => total + source[count], 0)
}
