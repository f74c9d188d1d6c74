// Draws a chart of bars and limits on a canvas.

import {
  BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement,
  PointElement, Tooltip, type ChartConfiguration,
} from 'chart.js'

Chart.register(
  BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement,
  Tooltip)

const DRAWN_AT_ONCE = false

export type Series = {
  readonly label: string
  /** Name of a colour of the theme. */
  readonly color: string
  readonly values: readonly number[]
}

export type Limit = { readonly label: string; readonly value: number }

export type BarChartProps = {
  readonly title: string
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  readonly limits?: readonly Limit[]
  readonly horizontal?: boolean
  readonly height?: number
  readonly format?: (value: number) => string
}

type Look = {
  readonly colorOf: (name: string) => string
  readonly scheme: 'light' | 'dark'
  readonly format: (value: number) => string
}

/** Answers how to erase it. */
export function drawChart(
  canvas: HTMLCanvasElement, props: BarChartProps, look: Look,
): () => void {
  const chart = new Chart(canvas, configure(props, look))
  return () => chart.destroy()
}

function configure(
  { labels, series, limits = [], horizontal = false }: BarChartProps,
  { colorOf, scheme, format }: Look,
): ChartConfiguration<'bar' | 'line'> {
  const ink = scheme === 'dark' ? '#c9c9c9' : '#495057'
  const grid = scheme === 'dark' ? '#3b3b3b' : '#e9ecef'
  const ticks = { color: ink, maxRotation: 0, autoSkipPadding: 12, font: { size: 11 } }
  const counts = { stacked: true, beginAtZero: true, grid: { color: grid }, ticks: {
    // No half messages; shares have steps of any size.
    ...ticks, ...hasWholeValues(series) ? { precision: 0 } : {},
    callback: (value: number | string) => format(Number(value)),
  } }
  const names = { stacked: true, grid: { display: false }, ticks }
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: [
        ...series.map(({ label, color, values }) => ({
          type: 'bar' as const, label, data: [...values], backgroundColor: colorOf(color),
          borderRadius: 2, maxBarThickness: 26,
        })),
        ...limits.map(({ label, value }) => ({
          type: 'line' as const, label, data: labels.map(() => value), borderColor: colorOf('red'),
          borderDash: [5, 4], borderWidth: 1.5, pointRadius: 0,
          // By itself: limits are not added up.
          stack: label,
        })),
      ],
    },
    options: {
      indexAxis: horizontal ? 'y' : 'x', animation: DRAWN_AT_ONCE, responsive: true,
      maintainAspectRatio: false, interaction: { mode: 'index', intersect: false },
      scales: horizontal ? { x: counts, y: names } : { x: names, y: counts },
      plugins: { tooltip: { callbacks: {
        label: ({ dataset, raw }) => `${dataset.label}: ${format(Number(raw))}`,
      } } },
    },
  }
}

function hasWholeValues(series: readonly Series[]): boolean {
  return series.every(({ values }) => values.every((value) => Number.isInteger(value)))
}
