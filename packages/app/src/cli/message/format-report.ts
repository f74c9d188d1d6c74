// The report of a message on paper: an overview, then what stands against it.

import type {
  MessageArea, MessageReport, MessageSeverity,
} from '../../service/prevent/message/types.ts'
import { entry, joinSections, section, type Layout } from '../explain/page.ts'
import { printable } from '../output/terminal-text.ts'

const LABEL_COLUMNS = 10

const AREA_NAMES: Readonly<Record<MessageArea, string>> = {
  authentication: 'Signatures', unsubscribe: 'Unsubscribing', headers: 'Header', size: 'Size',
  text: 'Text', links: 'Links', attachments: 'Attachments', filter: 'Content filter',
}

export function formatMessageReport(
  name: string, { areas, findings }: MessageReport, { showsAll }: { readonly showsAll: boolean },
  layout: Layout,
): string {
  const { style } = layout
  const shown = findings.filter(({ severity }) => showsAll || severity !== 'good')
  const overview = areas.map(({ area, severity }) =>
    paint(severity, layout)(`${AREA_NAMES[area]} ${severity}`)).join(style.dim(' · '))
  return `${joinSections([
    `${style.bold(printable(name))}\n  ${overview}\n`,
    ...areas.map(({ area }) => section(AREA_NAMES[area],
      shown.filter((finding) => finding.area === area)
        .map(({ severity, text, advice, source }) => {
          const more = [advice, source === undefined ? undefined : `(${source})`]
          return entry(severity, [text, ...more].filter((one) => one !== undefined).join(' '),
            LABEL_COLUMNS, layout, paint(severity, layout))
        }).join(''), layout)),
  ])}\n`
}

function paint(severity: MessageSeverity, { style }: Layout): (text: string) => string {
  if (severity === 'broken') return style.red
  if (severity === 'weak') return style.yellow
  return severity === 'good' ? style.green : style.dim
}
