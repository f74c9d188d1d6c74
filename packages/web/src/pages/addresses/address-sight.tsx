// One address: its state in a sentence, what can be done, its meters, and its life so far.

import { ApiProblem } from '@carom/client'
import { Alert, Badge, Grid, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AddressLink, TextLink } from '../../app/links.tsx'
import { AddressText } from '../../parts/address-text.tsx'
import { StatusBadge } from '../../parts/badges.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import { Actions } from './actions.tsx'
import { Answers } from './answers.tsx'
import classes from './addresses.module.css'
import { Life } from './life.tsx'
import { addressQuery, meantQuery, type AddressView } from './queries.ts'
import { States } from './states.tsx'
import { ANSWERS, sentenceOf } from './words.ts'

export function AddressSight({ address }: { readonly address: string }) {
  const { data, error } = useQuery(addressQuery(address))
  if (error instanceof ApiProblem && error.status === 404) return <Unknown address={address} />
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return <Skeleton height={420} radius="md" />
  return (
    <Stack gap="md">
      <Hero view={data} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <Next view={data} />
            <States view={data} />
            <Answers view={data} />
            <Spellings view={data} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}><Life address={data.address} /></Grid.Col>
      </Grid>
    </Stack>
  )
}

function Hero({ view }: { readonly view: AddressView }) {
  const { address, answer, counts, suggestion } = view
  const [color, word] = ANSWERS[answer.answer]
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="address">
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2} size="h3" id="address" className={classes['address']}>
            <AddressText address={address} />
          </Title>
          <Badge size="lg" color={color} variant="light" tt="none" radius="sm">{word}</Badge>
          <StatusBadge status={statusOf(view)} />
        </Group>
        <div>
          <Text>{sentenceOf(answer)}</Text>
          {answer.why === undefined || isOfDomain(view)
            ? null : <Text size="sm"><SafeText text={answer.why} /></Text>}
          <Text size="sm" c="dimmed">
            {answer.since === undefined ? null : <>Since <Time at={answer.since} />. </>}
            {countOf(counts.events, 'event')}, {countOf(counts.incidents, 'failure')} known.
          </Text>
        </div>
        <OfDomain view={view} />
        <OfLists view={view} />
        {suggestion === undefined ? null
          : <Mistyped meant={suggestion.address}>{suggestion.why}</Mistyped>}
        <Actions view={view} />
      </Stack>
    </Paper>
  )
}

function Mistyped({ meant, children }: {
  readonly meant: string; readonly children?: ReactNode
}) {
  return (
    <Alert color="blue" icon={<IconWand size={20} />} py="xs" title="Probably mistyped">
      Meant was perhaps <AddressLink address={meant} fz="inherit" />.{' '}
      {children} Ask the person before you change it.
    </Alert>
  )
}

/** Who is watched is sent to as ever: the answer to whoever sends does not tell. */
function statusOf({ answer, states }: AddressView): string {
  const isWatched = states.some(({ state: { status } }) => status === 'watch')
  return answer.status === 'active' && isWatched ? 'watch' : answer.status
}

/** No mail though the address itself is on no list: its whole domain gets none. */
function isOfDomain({ answer, states }: AddressView): boolean {
  return answer.answer === 'do-not-send' && !states.some(({ suppression, state: { status } }) =>
    suppression !== undefined || status === 'suppressed')
}

function OfDomain({ view }: { readonly view: AddressView }) {
  const domain = view.address.slice(view.address.lastIndexOf('@'))
  if (!isOfDomain(view)) return null
  return (
    <Text size="sm">
      It is decided for the whole domain:{' '}
      <TextLink to="/suppressions" search={{ text: domain, open: domain }} fz="inherit">
        {domain}
      </TextLink>
    </Text>
  )
}

/** Mail in general, and none on some lists. */
function OfLists({ view: { answer, states } }: { readonly view: AddressView }) {
  const lists = states.filter(({ list, suppression }) => list !== '' && suppression !== undefined)
    .map(({ list }) => list)
  if (lists.length === 0 || answer.answer === 'do-not-send') return null
  return (
    <Text size="sm">
      No mail on the {lists.length === 1 ? 'list' : 'lists'}{' '}
      <SafeText text={lists.join(', ')} />.
    </Text>
  )
}

function Next({ view: { next, states } }: { readonly view: AddressView }) {
  const until = states[0]?.state.until
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="next">
      <Title order={3} size="h5" id="next" mb={4}>What happens next</Title>
      {next.map(({ at, words }) => (
        <Text key={`${at} ${words}`} size="sm">
          {at === undefined ? null : <b><Time at={at} />: </b>}<SafeText text={words} />
        </Text>
      ))}
      {next.length > 0 ? null : (
        <Text size="sm">
          {until === undefined
            ? 'Nothing by itself: the state changes when something comes in or somebody decides.'
            : <>The present state ends <Time at={until} /> by itself.</>}
        </Text>
      )}
    </Paper>
  )
}

function Spellings({ view: { spellings } }: { readonly view: AddressView }) {
  if (spellings.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="spellings">
      <Title order={3} size="h5" id="spellings" mb={4}>Other spellings</Title>
      {spellings.map((spelling) => (
        <Text key={spelling} size="sm"><SafeText text={spelling} /></Text>
      ))}
    </Paper>
  )
}

function Unknown({ address }: { readonly address: string }) {
  const { data: meant } = useQuery(meantQuery(address))
  if (!address.includes('@')) {
    return (
      <EmptyNotice title="This is no address">
        <SafeText text={address} /> has no @. Type a whole address above, such as ann@example.org;
        @example.org stands for a whole domain.
      </EmptyNotice>
    )
  }
  return (
    <Stack gap="md">
      <EmptyNotice title="Nothing is known of this address">
        <SafeText text={address} /> has neither bounced nor been mailed as far as Carom knows: it
        gets mail.
      </EmptyNotice>
      {meant === undefined || meant === null ? null : <Mistyped meant={meant} />}
      <Actions view={{ address, states: [], incidents: [] }} />
    </Stack>
  )
}
