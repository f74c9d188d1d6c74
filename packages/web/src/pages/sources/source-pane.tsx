// One source: how it is, whether it works, what it told last.

import { List, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { BounceLink, BouncesLink, TextLink } from '../../app/links.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { KIND_WORDS, toEventRow } from '../../parts/event-row.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { HealthBadge, isUnproved, type Sight } from '../../parts/source-health.tsx'
import { Time } from '../../parts/time.tsx'
import { activityQuery, type Activity } from './queries.ts'
import { formatRhythm } from './rhythm.ts'
import { TestSource } from './test-source.tsx'
import { UnprovedNotice } from './unproved-notice.tsx'

export function SourcePane({ source, onClose }: {
  readonly source: Sight; readonly onClose: () => void
}) {
  const { data, error } = useQuery(activityQuery(source.id))
  return (
    <PaneFrame
      name={`Source ${source.name}`} title={<SafeText text={source.name} />} onClose={onClose}
    >
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        {isUnproved(source) ? <UnprovedNotice source={source} /> : null}
        <Facts rows={[...factsOf(source), ...data === undefined ? [] : countsOf(data)]} />
        <TestSource id={source.id} />
        {data === undefined ? <Skeleton h={160} /> : (
          <>
            <LastEvents name={source.name} events={data.events} />
            <LastErrors errors={data.errors} />
          </>
        )}
      </Stack>
    </PaneFrame>
  )
}

function factsOf(source: Sight): Fact[] {
  const { type, vendor, rhythm, lastInputAt, lastErrorAt, lastError } = source
  return [
    ['State', <HealthBadge key="" source={source} />],
    ['Kind', vendor === undefined ? type : `${type}, ${vendor}`],
    ['Last input', lastInputAt === undefined ? 'Nothing yet' : <Time key="" at={lastInputAt} />],
    ['Rhythm', formatRhythm(rhythm)],
    ['Last error', lastError === undefined ? undefined : (
      <span key="">
        <SafeText text={lastError} />
        {lastErrorAt === undefined ? null : <> (<Time at={lastErrorAt} />)</>}
      </span>
    )],
  ]
}

function countsOf({ source: { inputs, events, unmatched } }: Activity): Fact[] {
  return [
    ['So far', `${countOf(inputs, 'input')}, ${countOf(events, 'event')}`],
    ['Not read', unmatched === 0 ? undefined : (
      <TextLink key="" to="/unmatched">
        {formatNumber(unmatched)} with texts that nobody could read
      </TextLink>
    )],
  ]
}

function LastEvents({ name, events }: {
  readonly name: string; readonly events: Activity['events']
}) {
  return (
    <Stack gap={6} component="section" aria-label="Last events">
      <Title order={3} size="h5">Last events</Title>
      {events.length === 0 ? <Text size="sm" c="dimmed">None yet.</Text> : (
        <List size="sm" listStyleType="none" spacing={4}>
          {events.map(toEventRow).map((row) => (
            <List.Item key={row.id}>
              <BounceLink id={row.id} fz="inherit">
                {KIND_WORDS[row.event.kind] ?? row.event.kind}
              </BounceLink>
              {': '}<SafeText text={row.address} />{', '}<Time at={row.occurredAt} />
            </List.Item>
          ))}
        </List>
      )}
      <BouncesLink words={{ source: name }} size="sm">All bounces of this source</BouncesLink>
    </Stack>
  )
}

function LastErrors({ errors }: { readonly errors: Activity['errors'] }) {
  if (errors.length === 0) return null
  return (
    <Stack gap={6} component="section" aria-label="Last errors">
      <Title order={3} size="h5">Last errors</Title>
      <List size="sm" listStyleType="none" spacing={4}>
        {errors.map(({ at, text }) => (
          <List.Item key={`${at} ${text}`}><Time at={at} />: <SafeText text={text} /></List.Item>
        ))}
      </List>
    </Stack>
  )
}
