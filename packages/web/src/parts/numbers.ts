// Numbers as people read them.

const NUMBER = new Intl.NumberFormat()
const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumSignificantDigits: 3 })
const SPANS = [['day', 86_400_000], ['h', 3_600_000], ['min', 60_000], ['s', 1_000]] as const

export function formatNumber(value: number): string {
  return NUMBER.format(value)
}

/** A share of 0 to 1 as percent; a dash where nothing is known. */
export function formatRate(share: number | undefined): string {
  return share === undefined ? '–' : PERCENT.format(share)
}

/** The share as text; a dash where there is nothing to share. */
export function formatShare(part: number, whole: number): string {
  return formatRate(whole === 0 ? undefined : part / whole)
}

/** How full a meter of a policy is: `1 of 2`; beyond the mark, `3 (2 is enough)`. */
export function formatMeter({ value, threshold }: {
  readonly value: number; readonly threshold: number
}): string {
  const rounded = Math.round(value * 100) / 100
  return value > threshold ? `${rounded} (${threshold} is enough)` : `${rounded} of ${threshold}`
}

/** `1 address`, `3 addresses`. */
export function countOf(n: number, one: string, several = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : several}`
}

/** `3 h`, `2 days`: the largest unit that fits. */
export function formatLength(ms: number): string {
  const [unit, size] = SPANS.find((span) => ms >= span[1]) ?? ['s', 1_000] as const
  const n = Math.round(ms / size)
  return `${n} ${unit === 'day' && n !== 1 ? 'days' : unit}`
}

export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return countOf(bytes, 'byte')
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
