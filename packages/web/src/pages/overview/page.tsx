// The page Overview: how sending goes, and what needs somebody.

import { Box, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { useSearchWords } from '../../app/search.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatDay } from '../../parts/time.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { Attention } from './attention.tsx'
import { CountsTable } from './counts-table.tsx'
import { Headline } from './headline.tsx'
import { Limits } from './limits.tsx'
import { timeOf, useOverview, type Overview } from './queries.ts'
import { ListPicker } from './list-picker.tsx'
import { RangePicker } from './range-picker.tsx'
import { Reasons } from './reasons.tsx'
import { Sources } from './sources.tsx'
import { Trend } from './trend.tsx'

export function Page() {
  const [words, change] = useSearchWords()
  const { data, error, isPlaceholderData } = useOverview(words)
  return (
    <PageFrame
      title="Overview" about={data === undefined ? 'How sending goes' : spanOf(data)}
      actions={
        <>
          <ListPicker lists={data?.lists ?? []} list={words['list']} onChange={change} />
          <RangePicker words={words} onChange={change} />
        </>
      }
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? error === null ? <Waiting /> : null : (
        <Box opacity={isPlaceholderData ? 0.6 : 1} aria-busy={isPlaceholderData}>
          <Content data={data} time={{ ...timeOf(words), list: words['list'] }} />
        </Box>
      )}
    </PageFrame>
  )
}

type Props = {
  readonly data: Overview
  /** Words that carry the time over to other pages. */
  readonly time: Readonly<Record<string, string | undefined>>
}

function Content({ data, time }: Props) {
  return (
    <Stack gap="lg">
      <Attention data={data} />
      <Headline data={data} time={time} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Stack gap="md" miw={0}>
          <Trend data={data} time={time} />
          <Reasons data={data} time={time} />
          <Sources sources={data.sources} />
        </Stack>
        <Stack gap="md" miw={0}>
          <Limits data={data} />
          <CountsTable
            title="Receivers" about="Who runs the mailboxes" word="receiver" time={time}
            nameOf={(receiver) => receiver === '*' ? 'All other domains' : receiver}
            rows={data.receivers.map(({ receiver, ...counts }) => ({ name: receiver, counts }))}
          />
          <CountsTable
            title="Lists" about="What was sent where" word="list" time={time}
            nameOf={(list) => list === '' ? 'Without a list' : list}
            rows={data.lists.map(({ list, ...counts }) => ({ name: list, counts }))}
          />
        </Stack>
      </SimpleGrid>
    </Stack>
  )
}

function spanOf({ from, until, sentFrom }: Overview): string {
  const counted = sentFrom === 'sends'
    ? 'Sent counts the messages that were registered.'
    : 'Sent counts the attempts that were seen: register your sends for exact rates.'
  return `${formatDay(from)} – ${formatDay(until)}. ${counted}`
}

function Waiting() {
  return (
    <Stack gap="lg" aria-hidden>
      <Skeleton height={64} radius="md" />
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
        {['sent', 'delivered', 'bounced', 'complaints'].map((name) =>
          <Skeleton key={name} height={140} radius="md" />)}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Skeleton height={340} radius="md" /><Skeleton height={340} radius="md" />
      </SimpleGrid>
    </Stack>
  )
}
