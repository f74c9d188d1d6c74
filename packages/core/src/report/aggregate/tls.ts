// SMTP TLS reports → TlsReport (RFC 8460).

import { noteProblem } from '../../text/problems.ts'
import { readJson } from '../webhook/json.ts'
import { idOf, isObject, oneOrMore, pick } from '../webhook/values.ts'
import { readHead } from './head.ts'
import { TLS_FAILURES_MAX, TLS_HOSTS_MAX, TLS_POLICIES_MAX } from './limits.ts'
import type { AggregateResult, TlsFailure, TlsPolicy, TlsReport } from './types.ts'
import { countOf, domainOf, hostAddressOf, wordOf } from './values.ts'

/** Reads one document. Never throws on any bytes. */
export function parseTlsReport(bytes: Uint8Array): AggregateResult<TlsReport> {
  const problems: string[] = []
  const root = readJson(bytes, problems)
  const written = pick(root, 'policies')
  if (!isObject(root) || !Array.isArray(written)) {
    noteProblem(problems, 'tls-policies-missing')
    return { report: undefined, problems }
  }
  if (written.length > TLS_POLICIES_MAX) noteProblem(problems, 'policies-capped')
  const policies = written.slice(0, TLS_POLICIES_MAX)
    .flatMap((policy) => readPolicy(policy, problems))
  const head = readHead({
    reporter: pick(root, 'organization-name'), contact: pick(root, 'contact-info'),
    reportId: pick(root, 'report-id'), domain: policies[0]?.domain,
    from: pick(root, 'date-range', 'start-datetime'),
    until: pick(root, 'date-range', 'end-datetime'),
  }, problems)
  if (head === undefined) return { report: undefined, problems }
  return { report: { kind: 'tls', ...head, policies }, problems }
}

function readPolicy(written: unknown, problems: string[]): TlsPolicy[] {
  const domain = domainOf(pick(written, 'policy', 'policy-domain'))
  if (domain === undefined) {
    noteProblem(problems, 'policy-damaged')
    return []
  }
  const details = oneOrMore(pick(written, 'failure-details'))
  if (details.length > TLS_FAILURES_MAX) noteProblem(problems, 'failures-capped')
  const failures = details.slice(0, TLS_FAILURES_MAX).flatMap(readFailure)
  const mode = oneOrMore(pick(written, 'policy', 'policy-string')).slice(0, TLS_HOSTS_MAX)
    .map((line) => /^\s{0,9}mode\s{0,9}:\s{0,9}(\w{1,20})/.exec(idOf(line) ?? '')?.[1])
    .find((found) => found !== undefined)
  return [{
    type: wordOf(pick(written, 'policy', 'policy-type')) ?? 'unknown', domain,
    ...mode === undefined ? {} : { mode: mode.toLowerCase() },
    mxHosts: oneOrMore(pick(written, 'policy', 'mx-host')).slice(0, TLS_HOSTS_MAX)
      .flatMap((host) => idOf(host) ?? []),
    succeeded: countOf(pick(written, 'summary', 'total-successful-session-count')) ?? 0,
    failed: countOf(pick(written, 'summary', 'total-failure-session-count'))
      ?? failures.reduce((sum, { sessions }) => sum + sessions, 0),
    failures,
  }]
}

function readFailure(written: unknown): TlsFailure[] {
  const result = wordOf(pick(written, 'result-type'))
  if (result === undefined) return []
  const found = {
    mxHost: idOf(pick(written, 'receiving-mx-hostname')),
    sendingIp: hostAddressOf(pick(written, 'sending-mta-ip')),
    receivingIp: hostAddressOf(pick(written, 'receiving-ip')),
    detail: idOf(pick(written, 'failure-reason-code'))
      ?? idOf(pick(written, 'additional-information')),
  }
  const told = Object.entries(found).filter(([, value]) => value !== undefined)
  return [{
    result, sessions: countOf(pick(written, 'failed-session-count')) ?? 1,
    ...Object.fromEntries(told) as Partial<TlsFailure>,
  }]
}
