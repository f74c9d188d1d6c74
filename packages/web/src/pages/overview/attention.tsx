// What needs somebody now: faults of the own side, outages that hold failures back, sources that
// are silent or tell what nothing proves.

import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core'
import {
  IconAlertTriangle, IconCircleCheck, IconHourglass, IconPlugConnectedX,
} from '@tabler/icons-react'
import { TextLink } from '../../app/links.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { isSilent, isUnproved } from '../../parts/source-health.tsx'
import { Time } from '../../parts/time.tsx'
import { FirstSteps } from './first-steps.tsx'
import { Hold } from './hold.tsx'
import classes from './overview.module.css'
import type { Overview } from './queries.ts'
import { lackOfProof, silenceOf } from './sources.tsx'

export function Attention({ data: { troubles, holds, sources } }: { readonly data: Overview }) {
  const held = holds.filter(({ releasedAt, held: n }) => releasedAt === undefined && n > 0)
  const failing = sources.filter((source) =>
    source.health === 'failing' || isSilent(source) || isUnproved(source))
  const open = troubles.rows.filter(({ state }) => state === 'open')
  if (open.length + held.length + failing.length === 0) {
    return sources.every(({ lastInputAt }) => lastInputAt === undefined) ? <FirstSteps /> : <Calm />
  }
  return (
    <Stack gap="sm" component="section" aria-label="What needs you">
      {open.length === 0 ? null : <Troubles open={open} n={troubles.open} />}
      {held.map((hold) => (
        <Paper
          key={hold.id} withBorder p="md" className={classes['needs']} data-tone="outage"
        >
          <Title order={2} size="h5">
            <IconHourglass size={18} aria-hidden /> Outage at <SafeText text={hold.receiver} />:
            failures are held back
          </Title>
          <Hold hold={hold} />
        </Paper>
      ))}
      {failing.map((source) => (
        <Paper
          key={source.id} withBorder p="md" className={classes['needs']} data-tone="source"
        >
          <Title order={2} size="h5">
            <IconPlugConnectedX size={18} aria-hidden /> Source <SafeText text={source.name} />
          </Title>
          <Text size="sm">
            {silenceOf(source)} {lackOfProof(source)}{' '}
            <SafeText text={source.lastError ?? ''} />{' '}
            <TextLink to="/sources" search={{ open: source.id }} fz="inherit">
              {isUnproved(source) ? 'What to do' : 'Look at it'}
            </TextLink>
          </Text>
        </Paper>
      ))}
    </Stack>
  )
}

function Calm() {
  return (
    <Alert color="teal" variant="light" icon={<IconCircleCheck size={20} />} py="xs">
      Nothing needs you: no trouble of your side is open, no outage holds anything, every source
      tells what it usually tells.
    </Alert>
  )
}

type Trouble = Overview['troubles']['rows'][number]

function Troubles({ open, n }: { readonly open: readonly Trouble[]; readonly n: number }) {
  return (
    <Paper withBorder p="md" className={classes['needs']}>
      <Group gap="xs" mb={4} justify="space-between">
        <Title order={2} size="h5">
          <IconAlertTriangle size={18} aria-hidden />{' '}
          {countOf(n, 'trouble')} of your own side to put right
        </Title>
        {n <= open.length
          ? null : <TextLink to="/troubles" size="sm">All {formatNumber(n)}</TextLink>}
      </Group>
      {open.map((trouble) => <TroubleLine key={trouble.id} trouble={trouble} />)}
    </Paper>
  )
}

function TroubleLine({ trouble }: { readonly trouble: Trouble }) {
  const { id, title, receiver, subject, openedAt, addresses, playbook } = trouble
  return (
    <div className={classes['line']}>
      <Text size="sm" title={playbook.summary}>
        <b><SafeText text={title} /></b> at <SafeText text={receiver} />
        {subject === undefined ? null : <>: <SafeText text={subject} /></>}
      </Text>
      <Text size="sm" c="dimmed">
        {countOf(addresses, 'address', 'addresses')}, since <Time at={openedAt} />
      </Text>
      <TextLink
        to="/troubles" search={{ open: id }} size="sm" fw={600}
        aria-label={`What to do: ${title} at ${receiver}`}
      >
        What to do
      </TextLink>
    </div>
  )
}
