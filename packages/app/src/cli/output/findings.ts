// Findings on paper: an overview of the areas, then a section for each.

import type { Severity } from '../../service/prevent/severity.ts'
import { section, type Layout } from '../explain/page.ts'

/** Width of the severity before the text of a finding, in columns. */
export const SEVERITY_COLUMNS = 10

type AreaNames<Area extends string> = Readonly<Record<Area, string>>
type AreaLine<Area extends string> = { readonly area: Area; readonly severity: Severity }

/** One line: the name and worst severity of each area. */
export function formatOverview<Area extends string>(
  areas: readonly AreaLine<Area>[], names: AreaNames<Area>, layout: Layout,
): string {
  return areas.map(({ area, severity }) =>
    paintOf(severity, layout)(`${names[area]} ${severity}`)).join(layout.style.dim(' · '))
}

/** One section for each area; `format` gets the finding before it in the same section, too. */
export function formatAreas<Area extends string, Finding extends AreaLine<Area>>(
  { areas, findings }: {
    readonly areas: readonly AreaLine<Area>[]; readonly findings: readonly Finding[]
  },
  names: AreaNames<Area>, layout: Layout,
  format: (finding: Finding, before: Finding | undefined) => string,
): string[] {
  return areas.map(({ area }) => section(names[area],
    findings.filter((finding) => finding.area === area)
      .map((finding, i, all) => format(finding, all[i - 1])).join(''), layout))
}

export function paintOf(severity: Severity, { style }: Layout): (text: string) => string {
  if (severity === 'broken') return style.red
  if (severity === 'weak') return style.yellow
  return severity === 'good' ? style.green : style.dim
}
