// Counts over time or by name as stacked bars, with limits drawn in, and the same as a table for
// those who do not see it.

import { useComputedColorScheme, useMantineTheme, VisuallyHidden } from '@mantine/core'
import {
  BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement,
  PointElement, Tooltip, type ChartConfiguration,
} from 'chart.js'
import { useEffect, useRef } from 'react'
import classes from './bar-chart.module.css'

Chart.register(
  BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement,
  Tooltip)

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

const NUMBER = new Intl.NumberFormat()
const DRAWN_AT_ONCE = false

export function BarChart(props: BarChartProps) {
  const { title, labels, series, height = 220, format = (value) => NUMBER.format(value) } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useMantineTheme()
  const scheme = useComputedColorScheme()
  useEffect(() => {
    if (canvas.current === null) return undefined
    const shade = scheme === 'dark' ? 5 : 6
    const colorOf = (name: string): string => theme.colors[name]?.[shade] ?? name
    const chart = new Chart(canvas.current, configure(props, colorOf, scheme, format))
    return () => chart.destroy()
  })
  return (
    <figure className={classes['figure']} style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={title} />
      <VisuallyHidden>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">Of</th>
              {series.map(({ label }) => <th key={label} scope="col">{label}</th>)}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, i) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map((one) => <td key={one.label}>{format(one.values[i] ?? 0)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  )
}

function configure(
  { labels, series, limits = [], horizontal = false }: BarChartProps,
  colorOf: (name: string) => string, scheme: 'light' | 'dark', format: (value: number) => string,
): ChartConfiguration<'bar' | 'line'> {
  const ink = scheme === 'dark' ? '#c9c9c9' : '#495057'
  const grid = scheme === 'dark' ? '#3b3b3b' : '#e9ecef'
  const ticks = { color: ink, maxRotation: 0, autoSkipPadding: 12, font: { size: 11 } }
  const counts = { stacked: true, beginAtZero: true, grid: { color: grid }, ticks: {
    ...ticks, precision: 0, callback: (value: number | string) => format(Number(value)),
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
