// The state of an address, as such and for each list: how full its meters are, how it came here.

import { Group, List, Paper, Progress, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { StatusBadge } from '../../parts/badges.tsx'
import { formatMeter, formatNumber } from '../../parts/numbers.ts'
import { titleOf } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import classes from './addresses.module.css'
import { tracksQuery, type AddressView, type StateView } from './queries.ts'

export function States({ view: { states } }: { readonly view: AddressView }) {
  return states.map((state) => <StateCard key={state.list} view={state} />)
}

/** Tracks that are full or nearly so are shown as such. */
const NEAR = 0.6

function StateCard({ view: { list, state, policy, sent, suppression } }: {
  readonly view: StateView
}) {
  const id = `state-${list}`
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" mb={4}>
        <Title order={3} size="h5" id={id}>
          {list === '' ? 'State' : <>On the list <SafeText text={list} /></>}
        </Title>
        <StatusBadge status={state.status} />
      </Group>
      <Text size="sm" c="dimmed">
        {state.since === undefined ? null : <>since <Time at={state.since} /> </>}
        {state.until === undefined ? null : <>until <Time at={state.until} /> </>}
        {sent === 0 ? null : <>· {formatNumber(sent)} sent </>}· policy {policy}
      </Text>
      {suppression === undefined ? null : (
        <Text size="sm" mt={4}>
          On the suppression list: {titleOf(suppression.reason)}, from {suppression.origin}
          {suppression.expiresAt === undefined
            ? ', until it is lifted.' : <>, until <Time at={suppression.expiresAt} />.</>}{' '}
          {suppression.note === undefined ? null : <SafeText text={suppression.note} />}
        </Text>
      )}
      {state.meters.map((meter) => <MeterBar key={meter.track} meter={meter} />)}
      <Steps steps={state.steps} />
    </Paper>
  )
}

function MeterBar({ meter }: {
  readonly meter: StateView['state']['meters'][number]
}) {
  const { track, value, threshold } = meter
  const { data: titles } = useQuery(tracksQuery)
  const title = titles?.get(track)
  const share = threshold === 0 ? 1 : value / threshold
  const shown = formatMeter(meter)
  return (
    <div>
      <Text size="sm" mt="xs" className={classes['meter']}>
        <span>
          {title ?? track}{' '}
          {title === undefined ? null : (
            <Text component="span" size="xs" c="dimmed" ff="monospace">{track}</Text>
          )}
        </span>
        <span>{shown}</span>
      </Text>
      <Progress
        value={Math.min(100, share * 100)} size="md"
        aria-label={`${title ?? track}: ${shown}`}
        color={share >= 1 ? 'red' : share >= NEAR ? 'orange' : 'teal'}
      />
    </div>
  )
}

function Steps({ steps }: { readonly steps: StateView['state']['steps'] }) {
  if (steps.length === 0) return null
  return (
    <>
      <Title order={4} size="h6" mt="sm">How it came here</Title>
      <List size="sm" type="ordered">
        {steps.map(({ at, to, why }) => (
          <List.Item key={`${at} ${to} ${why}`}>
            <Time at={at} />: <SafeText text={why} />
          </List.Item>
        ))}
      </List>
    </>
  )
}
