// The report of a message on paper: an overview, then what stands against it.

import type {
  MessageArea, MessageFinding, MessageReport,
} from '../../service/prevent/message/types.ts'
import { entry, joinSections, type Layout } from '../explain/page.ts'
import { formatAreas, formatOverview, paintOf, SEVERITY_COLUMNS } from '../output/findings.ts'
import { printable } from '../output/terminal-text.ts'

const AREA_NAMES: Readonly<Record<MessageArea, string>> = {
  authentication: 'Signatures', unsubscribe: 'Unsubscribing', headers: 'Header', size: 'Size',
  text: 'Text', links: 'Links', attachments: 'Attachments', filter: 'Content filter',
  campaign: 'Campaign',
}

export function formatMessageReport(
  name: string, { areas, findings }: MessageReport, { showsAll }: { readonly showsAll: boolean },
  layout: Layout,
): string {
  const shown = findings.filter(({ severity }) => showsAll || severity !== 'good')
  const overview = formatOverview(areas, AREA_NAMES, layout)
  return `${joinSections([
    `${layout.style.bold(printable(name))}\n  ${overview}\n`,
    ...formatAreas({ areas, findings: shown }, AREA_NAMES, layout,
      (finding) => formatFinding(finding, layout)),
  ])}\n`
}

function formatFinding(
  { severity, text, advice, source }: MessageFinding, layout: Layout,
): string {
  const more = [advice, source === undefined ? undefined : `(${source})`]
  return entry(severity, [text, ...more].filter((one) => one !== undefined).join(' '),
    SEVERITY_COLUMNS, layout, paintOf(severity, layout))
}
