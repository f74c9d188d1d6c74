// Where the parts of a chart of stacked bars stand: steps of the axis, places of bars and labels.

export type Series = {
  readonly label: string
  /** Name of a colour of the theme. */
  readonly color: string
  readonly values: readonly number[]
}

export type Limit = { readonly label: string; readonly value: number }

export type Box = {
  readonly left: number; readonly top: number; readonly width: number; readonly height: number
}

const STEPS_WANTED = 5
const BAR_PX_MAX = 26
/** Of the room that each bar has; the rest stands between them. */
const BAR_PART = 0.72
/** Of a letter of a label, and between two labels. */
const LETTER_PX = 6.2
const LABEL_GAP_PX = 14

/** Round figures from zero to at least the highest one; whole where all are. */
export function stepsTo(highest: number, isWhole: boolean): readonly number[] {
  if (highest <= 0) return [0, isWhole ? 1 : 0.01]
  const rough = highest / STEPS_WANTED
  const power = 10 ** Math.floor(Math.log10(rough))
  const found = [1, 2, 2.5, 5, 10].map((factor) => factor * power)
    .find((step) => step >= rough && (!isWhole || Number.isInteger(step)))
  const step = found ?? Math.ceil(rough)
  const count = Math.ceil(highest / step - 1e-9)
  // Counted, not added up: ten times 0.1 is not 1.
  return Array.from({ length: count + 1 }, (_, i) => i * step)
}

export function highestOf(series: readonly Series[], limits: readonly Limit[]): number {
  const sums = (series[0]?.values ?? []).map((_, i) =>
    series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
  return Math.max(0, ...sums, ...limits.map(({ value }) => value))
}

export function hasWholeValues(series: readonly Series[]): boolean {
  return series.every(({ values }) => values.every((value) => Number.isInteger(value)))
}

/** All bars of each series as one path, stacked on those of the series before it. */
export function pathsOf(series: readonly Series[], box: Box, top: number): readonly string[] {
  const count = series[0]?.values.length ?? 0
  const room = box.width / Math.max(1, count)
  const width = Math.min(BAR_PX_MAX, room * BAR_PART)
  const below: number[] = Array.from({ length: count }, () => 0)
  return series.map(({ values }) => values.map((value, i) => {
    const height = value / top * box.height
    const foot = box.top + box.height - (below[i] ?? 0)
    below[i] = (below[i] ?? 0) + height
    if (height === 0) return ''
    const left = box.left + room * i + (room - width) / 2
    return `M${left.toFixed(1)} ${foot.toFixed(1)}v${(-height).toFixed(1)}h${width.toFixed(1)}` +
      `v${height.toFixed(1)}z`
  }).join(''))
}

/** Every how many of the labels has room to be written. */
export function labelStep(labels: readonly string[], width: number): number {
  const widest = Math.max(0, ...labels.map((label) => label.length)) * LETTER_PX + LABEL_GAP_PX
  return Math.max(1, Math.ceil(widest * labels.length / Math.max(1, width)))
}
