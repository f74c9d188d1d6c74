// The four figures that tell most, each beside that of the time before.

import { Group, Paper, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { BouncesLink, TextLink } from '../../app/links.tsx'
import { factOf } from '../../parts/reason-name.tsx'
import { formatNumber, formatRate, formatShare } from '../../parts/numbers.ts'
import type { Overview } from './queries.ts'
import classes from './overview.module.css'

type Time = Readonly<Record<string, string | undefined>>

export function Headline({ data, time }: { readonly data: Overview; readonly time: Time }) {
  const { totals, rates, before } = data
  const { sent, delivered, bounced, complaints, delayed } = totals
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing={{ base: 'xs', sm: 'md' }}>
      <Figure label="Sent" value={formatNumber(sent)} before={formatNumber(before.totals.sent)}>
        {totals.suppressed === 0 ? null : (
          <TextLink to="/suppressions" size="sm">
            {formatNumber(totals.suppressed)} addresses suppressed
          </TextLink>
        )}
        {totals.lifted === 0 ? null : <Text size="sm">{formatNumber(totals.lifted)} lifted</Text>}
      </Figure>
      <Figure
        label="Delivered" value={formatShare(delivered, sent)}
        before={formatShare(before.totals.delivered, before.totals.sent)}
      >
        <Text size="sm">{formatNumber(delivered)} messages</Text>
        {delayed === 0 ? null : <Text size="sm">{formatNumber(delayed)} had to wait</Text>}
      </Figure>
      <Figure
        label="Bounced" value={formatRate(rates.bounce)} before={formatRate(before.rates.bounce)}
      >
        <Text size="sm">{formatNumber(bounced)} messages</Text>
        <Kinds data={data} time={time} />
      </Figure>
      <Figure
        label="Complaints" value={formatRate(rates.complaint)}
        before={formatRate(before.rates.complaint)}
      >
        <BouncesLink words={{ ...time, kind: 'complaint' }} size="sm">
          {formatNumber(complaints)} complaints
        </BouncesLink>
        {totals.unsubscribed === 0
          ? null : <Text size="sm">{formatNumber(totals.unsubscribed)} unsubscribed</Text>}
      </Figure>
    </SimpleGrid>
  )
}

function Figure({ label, value, before, children }: {
  readonly label: string; readonly value: string; readonly before: string
  readonly children: ReactNode
}) {
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-label={label}>
      <Text size="sm" c="dimmed" fw={600}>{label}</Text>
      <Group gap="0 var(--mantine-spacing-xs)" align="baseline">
        <Text className={classes['figure']}>{value}</Text>
        <Text size="sm" c="dimmed">before: {before}</Text>
      </Group>
      {children}
    </Paper>
  )
}

const KINDS = [
  ['suppress', 'dead (hard)', 'The address cannot get mail: stop mailing it'],
  ['retry', 'for now (soft)', 'It may work later'],
  ['fix', 'yours to fix', 'Something on the sending side is refused'],
] as const

/** Bounces by what they ask for; each leads to its list. */
function Kinds({ data: { reasons }, time }: { readonly data: Overview; readonly time: Time }) {
  const counts: Record<string, number> = {}
  for (const { reason, bounced } of reasons) {
    const remedy = factOf(reason)?.remedy ?? 'retry'
    counts[remedy] = (counts[remedy] ?? 0) + bounced
  }
  return (
    <Group gap="0 12px">
      {KINDS.map(([remedy, label, title]) => (counts[remedy] ?? 0) === 0 ? null : (
        <BouncesLink
          key={remedy} words={{ ...time, remedy }} size="sm" title={title} lh="26px"
        >
          {formatNumber(counts[remedy] ?? 0)} {label}
        </BouncesLink>
      ))}
    </Group>
  )
}
