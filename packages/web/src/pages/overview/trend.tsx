// Bounces over time by whose fault they are, as counts or as shares with the limits drawn in.

import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { BouncesLink } from '../../app/links.tsx'
import { FAULT_COLORS } from '../../app/theme.ts'
import { BarChart } from '../../parts/bar-chart.tsx'
import { formatNumber, formatRate } from '../../parts/numbers.ts'
import classes from './overview.module.css'
import type { Overview } from './queries.ts'
import { Section } from './section.tsx'

const CHART_PX = 280

const FAULTS = [
  ['recipient', 'Recipient'], ['sender', 'Sender'], ['content', 'Content'], ['network', 'Network'],
  ['unknown', 'Not said'],
] as const

const SCALES = [{ value: 'share', label: 'Share of sent' }, { value: 'count', label: 'Count' }]

const HOUR = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: 'numeric' })
const DAY = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' })

export function Trend({ data, time }: {
  readonly data: Overview; readonly time: Readonly<Record<string, string | undefined>>
}) {
  const [scale, setScale] = useState('share')
  const isShare = scale === 'share'
  const chart = useMemo(() => toChart(data, isShare), [data, isShare])
  return (
    <Section
      title="Bounces over time" about="By whose fault they are"
      actions={
        <SegmentedControl
          size="xs" data={SCALES} value={scale} onChange={setScale} aria-label="What is drawn"
        />
      }
    >
      <BarChart
        title={`Bounces over time by fault, ${isShare ? 'as share of sent' : 'as counts'}`}
        {...chart} height={CHART_PX} format={isShare ? formatRate : formatNumber}
      />
      <ul className={classes['legend']}>
        {FAULTS.map(([fault, label]) => (
          <li key={fault}>
            <span
              className={classes['swatch']} aria-hidden
              style={{ background: `var(--mantine-color-${FAULT_COLORS[fault]}-6)` }}
            />
            <BouncesLink words={{ ...time, fault }} size="sm">
              {label}{' '}
              {formatNumber(data.faults.find((one) => one.fault === fault)?.bounced ?? 0)}
            </BouncesLink>
          </li>
        ))}
        {chart.limits.map(({ label }) => (
          <li key={label}>
            <span className={classes['dash']} aria-hidden /><small>{label}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function toChart({ buckets, bucket, limits }: Overview, isShare: boolean) {
  const format = bucket === 'hour' ? HOUR : DAY
  return {
    labels: buckets.map(({ at }) => format.format(new Date(at))),
    series: FAULTS.map(([fault, label]) => ({
      label, color: FAULT_COLORS[fault] ?? 'gray',
      values: buckets.map(({ faults, sent }) =>
        isShare ? sent === 0 ? 0 : faults[fault] / sent : faults[fault]),
    })),
    // Counts have no limit of their own: limits are shares.
    limits: isShare
      ? limits.flatMap(({ who, rate, measure }) => measure === 'complaint' ? [] : [{
        label: `${who}: ${formatRate(rate)} ${measure === 'bounce' ? 'bounces' : 'dead addresses'}`,
        value: rate,
      }])
      : [],
  }
}
