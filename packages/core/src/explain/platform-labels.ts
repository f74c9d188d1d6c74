// How platforms call a reason, and which reasons stand behind a platform's label.

import { PLATFORMS } from '../rules/platforms/index.ts'
import type { Platform, PlatformRow, PlatformView } from '../rules/platforms/types.ts'
import type { Reason } from '../rules/types.ts'
import type { PlatformLabel, PlatformTable } from './types.ts'

/** One row per platform; those without a label for the reason say so. */
export function platformLabels(reason: Reason): PlatformTable {
  return { reason, labels: PLATFORMS.map((platform) => labelOf(platform, reason)) }
}

function labelOf(platform: Platform, reason: Reason): PlatformLabel {
  const rows = platform.labels.filter(([label, , , reasons]) =>
    label !== '' && reasons.includes(reason))
  // The row that names the reason earliest means it most.
  const ordered = rows.sort((a, b) => a[3].indexOf(reason) - b[3].indexOf(reason))
  return {
    platform: platform.id,
    name: platform.name,
    field: platform.field,
    labels: ordered.map(([label, name, view]) =>
      ({ label, ...(name === '' ? {} : { name }), view })),
  }
}

export type FoundLabel = {
  readonly platform: Platform
  readonly label: string
  readonly name: string
  readonly view: PlatformView
  readonly reasons: readonly Reason[]
}

/** The platforms that have a label so called, whatever its case. */
export function findLabels(word: string): FoundLabel[] {
  const wanted = word.toLowerCase()
  const matches = ([label, name, , reasons]: PlatformRow): boolean =>
    reasons.length > 0 && (label.toLowerCase() === wanted || name.toLowerCase() === wanted)
  return PLATFORMS.flatMap((platform) => platform.labels.filter(matches).map(
    ([label, name, view, reasons]) => ({ platform, label, name, view, reasons })))
}
