// What receivers report of a domain, on paper: shares first, then what to do, then the sources.

import type {
  DmarcSummary, ReportArea, ReportFinding, ReportSummary, SourceSummary, TlsSummary,
} from '../../service/reports/types.ts'
import { entry, joinSections, section, type Layout } from '../explain/page.ts'
import { formatAreas, paintOf, SEVERITY_COLUMNS } from '../output/findings.ts'
import { padText, printable } from '../output/terminal-text.ts'
import { countOf } from '../../service/reports/words.ts'

const AREA_NAMES: Readonly<Record<ReportArea, string>> = {
  dmarc: 'DMARC', tls: 'Encryption on the way to you',
}
const SOURCES_SHOWN = 10
const UNVERIFIED_SHOWN = 10
const IP_COLUMNS = 24
const STANDING_COLUMNS = 10

export function formatReportSummary(
  summary: ReportSummary, { showsAll }: { readonly showsAll: boolean }, layout: Layout,
): string {
  const { areas, dmarc, tls, unread, unverified } = summary
  const findings = summary.findings.filter(({ severity }) => showsAll || severity !== 'good')
  const lines = [
    ...dmarc === undefined ? [] : dmarcLines(dmarc), ...tls === undefined ? [] : [tlsLine(tls)],
    ...unread === 0 ? [] : [`${countOf(unread, 'report')} could not be read.`],
    ...unverified.slice(0, UNVERIFIED_SHOWN).map(unverifiedLine),
  ]
  const name = summary.domain === '' ? 'reports of no domain' : printable(summary.domain)
  return `${joinSections([
    `${layout.style.bold(name)}  ${layout.style.dim(timeOf(summary))}\n` +
      lines.map((line) => `  ${printable(line)}\n`).join(''),
    ...formatAreas({ areas, findings }, AREA_NAMES, layout,
      (finding) => formatFinding(finding, layout)),
    section('Sources', formatSources(dmarc, showsAll, layout), layout),
  ])}\n`
}

function timeOf({ from, until, reporters }: ReportSummary): string {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10)
  const names = [...new Set(reporters.map(({ reporter }) => printable(reporter)))]
  const more = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return `${day(from)} to ${day(until)}, by ${names.slice(0, 5).join(', ')}${more}`
}

function dmarcLines({ messages, aligned, policy, applied, reports }: DmarcSummary): string[] {
  const from = countOf(reports, 'report')
  const published = Object.entries(policy ?? {}).map(([tag, value]) => `${tag}=${value}`).join(' ')
  return [
    `${share(aligned, messages)} of ${messages} messages passed DMARC (${from}).`,
    `Published: ${published === '' ? 'nothing' : published}. Applied: ${applied.none} delivered, ` +
      `${applied.quarantine} quarantined, ${applied.reject} rejected.`,
  ]
}

function tlsLine({ succeeded, failed, reports }: TlsSummary): string {
  const all = succeeded + failed
  return `${share(succeeded, all)} of ${all} sessions were encrypted as they should ` +
    `(${countOf(reports, 'report')}).`
}

function unverifiedLine(
  { reports, reporter, passed, failed, problem }: ReportSummary['unverified'][number],
): string {
  return `${countOf(reports, 'report')} of ${passed + failed} in the name of ${reporter}, left ` +
    `out: ${problem}.`
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'None' : `${(part / whole * 100).toFixed(1)} %`
}

function formatFinding({ severity, text, advice, source }: ReportFinding, layout: Layout): string {
  const more = [advice, source === undefined ? undefined : `(${source})`]
  return entry(severity, [text, ...more].filter((one) => one !== undefined).join(' '),
    SEVERITY_COLUMNS, layout, paintOf(severity, layout))
}

function formatSources(
  dmarc: DmarcSummary | undefined, showsAll: boolean, layout: Layout,
): string {
  if (dmarc === undefined) return ''
  const shown = showsAll ? dmarc.sources : dmarc.sources.slice(0, SOURCES_SHOWN)
  const left = dmarc.sourceCount - shown.length
  return shown.map((source) => formatSource(source, layout)).join('')
    + (left === 0 ? '' : `  ${layout.style.dim(`and ${left} more`)}\n`)
}

function formatSource(source: SourceSummary, { style }: Layout): string {
  const { ip, standing, messages, aligned, byDkim, bySpf, refused } = source
  const paint = aligned === messages ? style.green : aligned === 0 ? style.red : style.yellow
  return `  ${padText(ip, IP_COLUMNS)}${style.dim(padText(standing, STANDING_COLUMNS))}` +
    `${paint(`${aligned} of ${messages}`)} passed (DKIM ${byDkim}, SPF ${bySpf})` +
    `${refused === 0 ? '' : `, ${refused} refused`}\n`
}
