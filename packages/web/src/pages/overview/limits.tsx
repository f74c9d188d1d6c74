// The rates beside the limits that mailbox providers and sending platforms draw: how far away each
// is, what happens beyond it, and where that is written.

import { Anchor, Badge, Progress, Stack, Text, Title } from '@mantine/core'
import { formatRate } from '../../parts/numbers.ts'
import classes from './overview.module.css'
import type { Overview } from './queries.ts'
import { Section } from './section.tsx'

type Limit = Overview['limits'][number]

const MEASURES = [
  ['bounce', 'Bounces'], ['invalid', 'Addresses that do not exist'], ['complaint', 'Complaints'],
] as const

const LEVELS: Readonly<Record<Limit['level'], string>> = {
  goal: 'wants less than', warning: 'warns from', stop: 'stops you from',
}

const STATES: Readonly<Record<Limit['state'], readonly [color: string, word: string]>> = {
  below: ['teal', 'Below'], near: ['yellow', 'Near'], above: ['red', 'Above'],
  unknown: ['gray', 'Not known'],
}

export function Limits({ data: { limits, rates } }: { readonly data: Overview }) {
  return (
    <Section
      title="Limits of others" about="Where mailbox providers and sending platforms draw a line"
    >
      <Stack gap="md">
        {MEASURES.map(([measure, title]) => {
          const drawn = limits.filter((limit) => limit.measure === measure)
          return drawn.length === 0 ? null : (
            <div key={measure}>
              <Title order={3} size="h6">
                {title}: {formatRate(rates[measure])} of what was sent
              </Title>
              <Stack gap="sm" mt={4}>
                {drawn.toSorted((a, b) => a.rate - b.rate)
                  .map((limit) => <LimitRow key={limit.id} limit={limit} />)}
              </Stack>
            </div>
          )
        })}
      </Stack>
    </Section>
  )
}

function LimitRow({ limit }: { readonly limit: Limit }) {
  const { who, level, rate, value, state, says, source } = limit
  const [color, word] = STATES[state]
  return (
    <div className={classes['limit']}>
      <Text size="sm">{who} {LEVELS[level]} <b>{formatRate(rate)}</b></Text>
      <Badge variant="light" color={color} tt="none" radius="sm">{word}</Badge>
      <Progress
        className={classes['wide']} value={Math.min(100, ((value ?? 0) / rate) * 100)}
        color={color} size="sm"
        aria-label={`${who}: ${formatRate(value)} of ${formatRate(rate)}`}
      />
      <Text size="xs" c="dimmed" className={classes['wide']}>
        {distanceOf(limit)} {says} <Source source={source} />
      </Text>
    </div>
  )
}

const POINTS = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 })

function distanceOf({ value, rate }: Limit): string {
  if (value === undefined) return 'Not known without sends.'
  const points = Math.abs(rate - value) * 100
  const far = points < 0.01 ? 'Less than 0.01 points' : `${POINTS.format(points)} points`
  return `${far} ${value <= rate ? 'away' : 'beyond'}.`
}

function Source({ source }: { readonly source: string }) {
  const url = /https:\/\/\S+/.exec(source)?.[0]
  if (url === undefined) return <>({source})</>
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" fz="inherit">
      {new URL(url).hostname}
    </Anchor>
  )
}
