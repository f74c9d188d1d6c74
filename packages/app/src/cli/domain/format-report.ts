// The report of a domain on paper: a grade, an overview of its parts, then what to change.

import type { Area, DomainReport, Finding, Fix } from '../../service/prevent/domain/types.ts'
import { entry, joinSections, paragraph, type Layout } from '../explain/page.ts'
import { formatAreas, formatOverview, paintOf, SEVERITY_COLUMNS } from '../output/findings.ts'
import { printable } from '../output/terminal-text.ts'

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
  const overview = formatOverview(areas, AREA_NAMES, layout)
  return `${joinSections([
    `${style.bold(printable(domain))}  ${grade === 'unknown'
      ? 'the DNS did not answer' : `grade ${style.bold(grade)}`}\n  ${overview}\n`,
    ...formatAreas({ areas, findings: shown }, AREA_NAMES, layout,
      (finding, before) => formatFinding(finding, before?.record, layout)),
  ])}\n`
}

/** The record is shown once, under the first of its findings. */
function formatFinding(
  { severity, text, fix, record, source }: Finding, shown: string | undefined, layout: Layout,
): string {
  const { style } = layout
  const tail = source === undefined ? '' : ` (${source})`
  return entry(severity, `${text}${tail}`, SEVERITY_COLUMNS, layout, paintOf(severity, layout))
    + (record === undefined || record === shown || severity === 'good' ? ''
      : entry('', `It says ${shorten(record)}`, SEVERITY_COLUMNS, layout))
    + (fix === undefined ? '' : formatFix(fix, layout, style.bold))
}

function shorten(record: string): string {
  return record.length <= RECORD_CHARS_MAX ? record : `${record.slice(0, RECORD_CHARS_MAX)}…`
}

/** A record stands alone on its line, so that it can be copied. */
function formatFix(fix: Fix, layout: Layout, bold: (text: string) => string): string {
  if (fix.kind === 'do') return entry('', fix.text, SEVERITY_COLUMNS, layout)
  const { name, type, value } = fix.record
  const verb = { publish: 'Publish', replace: 'Replace by', remove: 'Remove' }[fix.kind]
  const indent = ' '.repeat(SEVERITY_COLUMNS + 2)
  return paragraph(`${verb}:`, layout, SEVERITY_COLUMNS + 2)
    + `${indent}${bold(printable(`${name}. ${type} ${type === 'TXT' ? `"${value}"` : value}`))}\n`
}
