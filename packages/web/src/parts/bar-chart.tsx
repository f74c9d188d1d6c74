// Counts over time or by name as stacked bars, with limits drawn in, and the same as a table for
// those who do not see it.

import { useComputedColorScheme, useMantineTheme, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './bar-chart.module.css'
import type { BarChartProps } from './draw-chart.ts'

const NUMBER = new Intl.NumberFormat()

export function BarChart(props: BarChartProps) {
  const { title, labels, series, height = 220, format = (value) => NUMBER.format(value) } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useMantineTheme()
  const scheme = useComputedColorScheme()
  useEffect(() => {
    if (canvas.current === null) return undefined
    const shade = scheme === 'dark' ? 5 : 6
    const colorOf = (name: string): string => theme.colors[name]?.[shade] ?? name
    let [isOver, erase] = [false, (): void => {}]
    // The program that draws comes once the page is there: numbers are read without it.
    const draw = async (): Promise<void> => {
      const { drawChart } = await import('./draw-chart.ts')
      if (isOver || canvas.current === null) return
      erase = drawChart(canvas.current, props, { colorOf, scheme, format })
    }
    void draw()
    return () => {
      isOver = true
      erase()
    }
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
