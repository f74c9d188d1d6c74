// What receivers reported of a domain, beside what the DNS says of it. It is told and never weighs
// in the grade: a report that is proven tells who speaks, not that it is true.

import { gatherKept } from '../../reports/gather.ts'
import type { IsKnownSender } from '../../reports/sources.ts'
import { summarize } from '../../reports/summarize.ts'
import type { ReportArea, ReportFinding, ReportSummary } from '../../reports/types.ts'
import { countOf } from '../../reports/words.ts'
import type { Reader } from '../../store/types.ts'
import type { Area, Finding } from './types.ts'

const DAY_MS = 86_400_000
const DAYS = 30

const AREA_OF: Readonly<Record<ReportArea, Area>> = { dmarc: 'dmarc', tls: 'tls-rpt' }
/** Of one area; the others stand in the reports themselves. */
const FINDINGS_MAX = 3
const NAMES_MAX = 3

type Deps = {
  readonly store: Reader
  readonly now: () => number
  readonly isOwnSender: IsKnownSender
}

/** Asks the store of a tenant. */
export function createReported(
  { store, now, isOwnSender }: Deps, tenant: string,
): (domain: string) => Promise<readonly Finding[]> {
  return async (domain) => {
    const [from, until] = [now() - DAYS * DAY_MS, now()]
    const gathered = await gatherKept(store, { tenant, domain, from, until })
    return describe(domain, gathered === undefined ? undefined : summarize(gathered, isOwnSender))
  }
}

/** Undefined: no report came in that time. */
function describe(domain: string, summary: ReportSummary | undefined): Finding[] {
  const time = `in ${DAYS} days`
  if (summary === undefined) {
    return [note('dmarc', 'reported/none', `No receiver reported about ${domain} ${time}.`)]
  }
  const { dmarc, tls, unverified, findings } = summary
  const left = unverified.reduce((sum, { reports }) => sum + reports, 0)
  return [
    ...dmarc === undefined ? [] : [note('dmarc', 'reported/dmarc',
      `Receivers reported ${dmarc.messages} messages in its name ${time}: ` +
      `${share(dmarc.aligned, dmarc.messages)} passed DMARC, ${dmarc.applied.quarantine} went ` +
      `into quarantine, ${dmarc.applied.reject} were refused (${told(summary, 'dmarc')}).`)],
    ...against(findings, 'dmarc'),
    ...left === 0 ? [] : [note('dmarc', 'reported/unverified',
      `${countOf(left, 'report')} left out: nobody is proven to have sent ` +
      `${left === 1 ? 'it' : 'them'}.`)],
    ...tls === undefined ? [] : [note('tls', 'reported/tls',
      `Senders reported ${tls.succeeded + tls.failed} sessions to its mail hosts ${time}: ` +
      `${share(tls.succeeded, tls.succeeded + tls.failed)} were encrypted as they should ` +
      `(${told(summary, 'tls')}).`)],
    ...against(findings, 'tls'),
  ]
}

function note(area: ReportArea, id: string, text: string): Finding {
  return { id, area: AREA_OF[area], severity: 'note', text }
}

function against(findings: readonly ReportFinding[], wanted: ReportArea): Finding[] {
  return findings.filter(({ area }) => area === wanted)
    .filter(({ severity }) => severity === 'broken' || severity === 'weak')
    .slice(0, FINDINGS_MAX)
    .map(({ area, id, text, advice, source }) => ({
      ...note(area, `reported/${id}`, text),
      ...advice === undefined ? {} : { fix: { kind: 'do', text: advice } as const },
      ...source === undefined ? {} : { source },
    }))
}

function told({ reporters }: ReportSummary, kind: 'dmarc' | 'tls'): string {
  const own = reporters.filter((one) => one.kind === kind)
  const names = own.slice(0, NAMES_MAX).map(({ reporter }) => reporter).join(', ')
  const reports = own.reduce((sum, one) => sum + one.reports, 0)
  return `${countOf(reports, 'report')} of ${names}${own.length > NAMES_MAX ? ' and others' : ''}`
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${(part / whole * 100).toFixed(1)} %`
}
