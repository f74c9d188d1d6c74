// Counts over time or by name as stacked bars, with limits drawn in, and the same as a table for
// those who do not see it.

import { VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useMemo, useState, type PointerEvent } from 'react'
import classes from './bar-chart.module.css'
import {
  hasWholeValues, highestOf, labelStep, pathsOf, stepsTo, type Box, type Limit, type Series,
} from './chart-scale.ts'
import { formatNumber } from './numbers.ts'

export type BarChartProps = {
  readonly title: string
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  readonly limits?: readonly Limit[]
  readonly height?: number
  readonly format?: (value: number) => string
}

const AXIS_PX = 44
const FOOT_PX = 24
const HEAD_PX = 8
const NO_LIMITS: readonly Limit[] = []

export function BarChart(props: BarChartProps) {
  const { height = 220 } = props
  const { ref, width } = useElementSize<HTMLElement>()
  return (
    <figure ref={ref} className={classes['figure']} style={{ height }}>
      {width === 0 ? null : <Drawn {...props} width={width} height={height} />}
      <VisuallyHidden><AsTable {...props} /></VisuallyHidden>
    </figure>
  )
}

function Drawn({
  title, labels, series, limits = NO_LIMITS, width, height, format = formatNumber,
}: BarChartProps & { readonly width: number; readonly height: number }) {
  const [at, setAt] = useState<number>()
  const box = useMemo((): Box => ({
    left: AXIS_PX, top: HEAD_PX, width: Math.max(1, width - AXIS_PX),
    height: height - HEAD_PX - FOOT_PX,
  }), [width, height])
  const steps = useMemo(
    () => stepsTo(highestOf(series, limits), hasWholeValues(series)), [series, limits])
  const top = steps.at(-1) ?? 1
  const paths = useMemo(() => pathsOf(series, box, top), [series, box, top])
  const room = box.width / Math.max(1, labels.length)
  const point = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>): void => {
    const i = Math.floor((clientX - currentTarget.getBoundingClientRect().left - box.left) / room)
    setAt(i >= 0 && i < labels.length ? i : undefined)
  }
  return (
    <>
      <svg
        width={width} height={height} role="img" aria-label={title}
        onPointerMove={point} onPointerDown={point} onPointerLeave={() => setAt(undefined)}
      >
        <Axes steps={steps} labels={labels} box={box} format={format} />
        {at === undefined ? null : (
          <rect
            className={classes['band']} x={box.left + room * at} y={box.top} width={room}
            height={box.height}
          />
        )}
        {series.map(({ label, color }, i) => (
          <path key={label} d={paths[i]} fill={paint(color)} />
        ))}
        {limits.map(({ label, value }) => (
          <path
            key={label} className={classes['limit']}
            d={`M${box.left} ${box.top + box.height * (1 - value / top)}h${box.width}`}
          />
        ))}
      </svg>
      {at === undefined ? null : (
        <Tip at={at} labels={labels} series={series} format={format} box={box} />
      )}
    </>
  )
}

function Axes({ steps, labels, box, format }: {
  readonly steps: readonly number[]; readonly labels: readonly string[]; readonly box: Box
  readonly format: (value: number) => string
}) {
  const top = steps.at(-1) ?? 1
  const every = labelStep(labels, box.width)
  const room = box.width / Math.max(1, labels.length)
  return (
    <g className={classes['tick']} aria-hidden>
      {steps.map((step) => {
        const y = box.top + box.height * (1 - step / top)
        return (
          <g key={step}>
            <path className={classes['grid']} d={`M${box.left} ${y}h${box.width}`} />
            <text x={box.left - 8} y={y + 4} textAnchor="end">{format(step)}</text>
          </g>
        )
      })}
      {labels.map((label, i) => {
        const x = box.left + room * (i + 0.5)
        if (i % every !== 0) return null
        // By its place: labels of a long time come again.
        return <text key={x} x={x} y={box.top + box.height + 17} textAnchor="middle">{label}</text>
      })}
    </g>
  )
}

/** What stands under the pointer, in figures; beside it, wherever there is room. */
function Tip({ at, labels, series, format, box }: {
  readonly at: number; readonly labels: readonly string[]; readonly series: readonly Series[]
  readonly format: (value: number) => string; readonly box: Box
}) {
  const room = box.width / Math.max(1, labels.length)
  const isLeft = at < labels.length / 2
  const place = isLeft
    ? { left: box.left + room * (at + 1) + 6 } : { right: box.width - room * at + 6 }
  const shown = series.filter(({ values }) => (values[at] ?? 0) > 0)
  return (
    <div className={classes['tip']} style={place} aria-hidden>
      <b>{labels[at]}</b>
      {shown.length === 0 ? <p><span>Nothing</span></p> : shown.toReversed().map((one) => (
        <p key={one.label}>
          <span className={classes['swatch']} style={{ background: paint(one.color) }} />
          <span>{one.label}</span>
          <span>{format(one.values[at] ?? 0)}</span>
        </p>
      ))}
    </div>
  )
}

function AsTable({ title, labels, series, format = formatNumber }: BarChartProps) {
  return (
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
  )
}

function paint(color: string): string {
  return `var(--mantine-color-${color}-6)`
}
