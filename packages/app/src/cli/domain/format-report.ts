// The report of a domain on paper: a grade, an overview of its parts, then what to change.

import type {
  Area, DomainReport, Finding, Fix, Severity,
} from '../../service/prevent/domain/types.ts'
import { entry, joinSections, paragraph, section, type Layout } from '../explain/page.ts'
import { printable } from '../output/terminal-text.ts'

const LABEL_COLUMNS = 10
/** A key is not read by people. */
const RECORD_CHARS_MAX = 160

const AREA_NAMES: Readonly<Record<Area, string>> = {
  'spf': 'SPF', 'dkim': 'DKIM', 'dmarc': 'DMARC', 'return-path': 'Return path',
  'sending-host': 'Sending host', 'mx': 'Incoming mail (MX)', 'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS reports', 'dane': 'DANE', 'bimi': 'BIMI',
  'blocklists': 'Block lists',
}

export function formatDomainReport(
  { domain, grade, areas, findings }: DomainReport, { showsAll }: { readonly showsAll: boolean },
  layout: Layout,
): string {
  const { style } = layout
  const shown = findings.filter(({ severity }) => showsAll || severity !== 'good')
  const overview = areas.map(({ area, severity }) =>
    paint(severity, layout)(`${AREA_NAMES[area]} ${severity}`)).join(style.dim(' · '))
  return `${joinSections([
    `${style.bold(printable(domain))}  ${grade === 'unknown'
      ? 'the DNS did not answer' : `grade ${style.bold(grade)}`}\n  ${overview}\n`,
    ...areas.map(({ area }) => section(AREA_NAMES[area],
      shown.filter((finding) => finding.area === area)
        .map((finding, i, all) => formatFinding(finding, all[i - 1]?.record, layout)).join(''),
      layout)),
  ])}\n`
}

/** The record is shown once, under the first of its findings. */
function formatFinding(
  { severity, text, fix, record, source }: Finding, shown: string | undefined, layout: Layout,
): string {
  const { style } = layout
  const tail = source === undefined ? '' : ` (${source})`
  return entry(severity, `${text}${tail}`, LABEL_COLUMNS, layout, paint(severity, layout))
    + (record === undefined || record === shown || severity === 'good' ? ''
      : entry('', `It says ${shorten(record)}`, LABEL_COLUMNS, layout))
    + (fix === undefined ? '' : formatFix(fix, layout, style.bold))
}

function shorten(record: string): string {
  return record.length <= RECORD_CHARS_MAX ? record : `${record.slice(0, RECORD_CHARS_MAX)}…`
}

/** A record stands alone on its line, so that it can be copied. */
function formatFix(fix: Fix, layout: Layout, bold: (text: string) => string): string {
  if (fix.kind === 'do') return entry('', fix.text, LABEL_COLUMNS, layout)
  const { name, type, value } = fix.record
  const verb = { publish: 'Publish', replace: 'Replace by', remove: 'Remove' }[fix.kind]
  const indent = ' '.repeat(LABEL_COLUMNS + 2)
  return paragraph(`${verb}:`, layout, LABEL_COLUMNS + 2)
    + `${indent}${bold(printable(`${name}. ${type} ${type === 'TXT' ? `"${value}"` : value}`))}\n`
}

function paint(severity: Severity, { style }: Layout): (text: string) => string {
  if (severity === 'broken') return style.red
  if (severity === 'weak') return style.yellow
  return severity === 'good' ? style.green : style.dim
}
