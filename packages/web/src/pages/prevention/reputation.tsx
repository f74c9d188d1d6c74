// The reputation of sending domains and addresses: a score with its parts, its trend, and what
// moved it.

import { Group, List, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { BouncesLink } from '../../app/links.tsx'
import type { SearchWords } from '../../app/search.ts'
import { BarChart } from '../../parts/bar-chart.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf, formatNumber, formatRate } from '../../parts/numbers.ts'
import { titleOf } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

type Report = Schema<'Reputation'>
type Part = Report['parts'][number]

const CHART_PX = 150
const DAY = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' })

const PART_NAMES: Readonly<Record<Part['part'], string>> = {
  'complaints': 'Complaints', 'unknown-users': 'Unknown addresses',
  'blocks': 'Refused for reputation or policy', 'content': 'Refused for content',
  'traps': 'Signs of spam traps', 'authentication': 'Authentication failed',
  'blocklists': 'DNS block lists that name it', 'refusals': 'Refusals that name it',
  'refusing-receivers': 'Receivers that refuse it',
}

const listQuery = queryOptions({
  queryKey: ['overview', 'reputation'],
  queryFn: async () => (await answerOf(api.GET('/v1/reputation'))).rows,
})

function reportQuery(subject: string) {
  return queryOptions({
    queryKey: ['overview', 'reputation', subject],
    queryFn: async () => await answerOf(api.GET('/v1/reputation/{subject}', {
      params: { path: { subject } },
    })),
  })
}

export function Reputation({ words, change }: {
  readonly words: SearchWords; readonly change: (words: SearchWords) => void
}) {
  const { data, error } = useQuery(listQuery)
  if (error !== null) return <ErrorNotice error={error} />
  const shown = data?.find(({ subject }) => subject === words['sender']) ?? data?.[0]
  if (data === undefined || shown === undefined) return null
  return (
    <Section
      title="Reputation"
      about={
        'A score from your own sends and bounces of seven days, and from DNS block lists where ' +
        'prevent.blocklists names some. What could not be measured neither costs nor earns.'
      }
    >
      <NativeSelect
        label="Sending domain or address" value={shown.subject} maw={360}
        onChange={(event) => change({ sender: event.currentTarget.value })}
        data={data.map(({ subject, score }) => ({
          value: subject, label: score === undefined ? subject : `${subject} (${score})`,
        }))}
      />
      <SubjectReport key={shown.subject} subject={shown.subject} />
    </Section>
  )
}

function SubjectReport({ subject }: { readonly subject: string }) {
  const { data, error } = useQuery(reportQuery(subject))
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return null
  const { score, days, parts, moved, since } = data
  const scored = days.filter((day) => day.score !== undefined)
  const before = days.find(({ day }) => day === since)?.score
  return (
    <Stack gap="md">
      <Text fw={600}>
        {score === undefined ? 'Too little is known for a score.' : `Score ${score} of 100`}
        {score === undefined || before === undefined || since === undefined ? ''
          : `, ${before} a week before`}
      </Text>
      {scored.length < 2 ? null : (
        <Group grow>
          <BarChart
            title="Score by day" height={CHART_PX}
            labels={scored.map(({ day }) => DAY.format(new Date(day)))}
            series={[
              { label: 'Score', color: 'blue', values: scored.map((day) => day.score ?? 0) },
            ]}
          />
        </Group>
      )}
      <Moves moved={moved} />
      <Parts parts={parts} />
    </Stack>
  )
}

function Moves({ moved }: { readonly moved: Report['moved'] }) {
  if (moved.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600}>What moved it within a week</Text>
      <List size="sm" spacing={2}>
        {moved.map(({ part, points, behind }) => (
          <List.Item key={part}>
            {PART_NAMES[part]}: {points > 0 ? '−' : '+'}{formatNumber(Math.abs(points))} points
            {behind.map(({ reason, receiver, now, before }) => (
              <Text size="xs" key={`${reason} ${receiver}`}>
                <BouncesLink size="xs" words={{ reason, receiver, within: '7d' }}>
                  {titleOf(reason)} at <SafeText text={receiver} />
                </BouncesLink>: {formatNumber(now)}, {formatNumber(before)} the week before
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
    </div>
  )
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <WideTable label="Parts of the score" minWidth={560}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Part</Table.Th><Table.Th ta="right">Figure</Table.Th>
          <Table.Th ta="right">Costs from</Table.Th><Table.Th ta="right">All at</Table.Th>
          <Table.Th ta="right">Points</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parts.map(({ part, figure, cases, goal, limit, weight, lost }) => (
          <Table.Tr key={part}>
            <Table.Td>{PART_NAMES[part]}</Table.Td>
            <Table.Td ta="right">
              {figure === undefined ? 'not measured' : formatFigure(figure, limit)}
              {figure === undefined || limit >= 1 ? '' : ` (${countOf(cases, 'case')})`}
            </Table.Td>
            <Table.Td ta="right">{formatFigure(goal, limit)}</Table.Td>
            <Table.Td ta="right">{formatFigure(limit, limit)}</Table.Td>
            <Table.Td ta="right">
              {lost === undefined ? '–' : lost === 0 ? '0' : `−${formatNumber(lost)}`} of {weight}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

/** Limits of one and more are counts. */
function formatFigure(figure: number, limit: number): string {
  return limit >= 1 ? formatNumber(figure) : formatRate(figure)
}
