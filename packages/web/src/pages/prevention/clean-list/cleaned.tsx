// What came of the check of a list: how good it is, why rows are left out, and both tables.

import { Alert, Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { DownloadLink } from '../../../parts/download-link.tsx'
import { Facts } from '../../../parts/facts.tsx'
import { countOf, formatNumber, formatRate, formatShare } from '../../../parts/numbers.ts'
import { SafeText } from '../../../parts/safe-text.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { REASON_WORDS, STATUS_COLORS } from '../words.ts'
import type { ListJob } from './queries.ts'

const STATUSES = ['good', 'unknown', 'risky', 'bad'] as const

export function Cleaned({ job, onAgain }: {
  readonly job: ListJob; readonly onAgain: () => void
}) {
  const { summary, examples = [] } = job
  if (summary === undefined) return null
  const { rows, kept, rejected, statuses, expectedBounceRateOfAll } = summary
  const path = `/v1/prevent/lists/${encodeURIComponent(job.id)}/table`
  const suggestions = Object.entries(summary.suggestions)
  return (
    <Stack gap="sm">
      <Alert color={rejected === 0 ? 'teal' : 'blue'} title="The list is checked" role="status">
        {countOf(rows, 'row')}: {formatNumber(kept)} kept, {formatNumber(rejected)} left out.
      </Alert>
      <Group gap="xs">
        <DownloadLink path={path} words={{ which: 'kept' }}>Cleaned list</DownloadLink>
        <DownloadLink path={path} words={{ which: 'rejected' }}>Rows left out</DownloadLink>
        <Button size="compact-sm" variant="default" onClick={onAgain}>Check it otherwise</Button>
      </Group>
      <Facts rows={[
        ...STATUSES.map((status) => [
          status[0]?.toUpperCase() + status.slice(1),
          `${formatNumber(statuses[status])} (${formatShare(statuses[status], rows)})`,
        ] as const),
        ['Bounces to expect', `${formatRate(expectedBounceRateOfAll)} if every row is mailed, ${
          formatRate(summary.expectedBounceRateOfKept)} if the cleaned list is`],
      ]} />
      <Reasons reasons={summary.reasons} />
      {suggestions.length === 0 ? null : (
        <div>
          <Title order={3} size="h6">Probably meant</Title>
          {suggestions.map(([pair, n]) => (
            <Text size="sm" key={pair}>{formatNumber(n)} × <SafeText text={pair} /></Text>
          ))}
        </div>
      )}
      <Examples rows={examples} rejected={rejected} />
    </Stack>
  )
}

function Reasons({ reasons }: { readonly reasons: Readonly<Record<string, number>> }) {
  const rows = Object.entries(reasons).toSorted((a, b) => b[1] - a[1])
  if (rows.length === 0) return null
  return (
    <div>
      <Title order={3} size="h6">Why</Title>
      <Table verticalSpacing={4} fz="sm" aria-label="Rows by reason" w="auto">
        <Table.Tbody>
          {rows.map(([reason, n]) => (
            <Table.Tr key={reason}>
              <Table.Td>{REASON_WORDS[reason] ?? reason}</Table.Td>
              <Table.Td ta="right">{formatNumber(n)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Examples({ rows, rejected }: {
  readonly rows: NonNullable<ListJob['examples']>; readonly rejected: number
}) {
  if (rows.length === 0) return null
  return (
    <div>
      <Title order={3} size="h6">Rows left out</Title>
      <WideTable label="Rows left out" minWidth={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">Row</Table.Th><Table.Th>Address</Table.Th><Table.Th>Is</Table.Th>
            <Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, address, status, findings, suggestion }) => (
            <Table.Tr key={row}>
              <Table.Td ta="right">{formatNumber(row)}</Table.Td>
              <Table.Td><SafeText text={address} /></Table.Td>
              <Table.Td>
                <Badge
                  color={STATUS_COLORS[status] ?? 'gray'} variant="light" tt="none" radius="sm"
                >
                  {status}
                </Badge>
              </Table.Td>
              <Table.Td>
                {findings.map(({ reason, about }) => (
                  <Text size="sm" key={`${reason} ${about}`}>
                    {REASON_WORDS[reason] ?? reason}
                    {about === undefined ? null : <> (<SafeText text={about} />)</>}
                  </Text>
                ))}
                {suggestion === undefined ? null
                  : <Text size="sm">Meant was probably <SafeText text={suggestion} /></Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {rows.length >= rejected ? null : (
        <Text size="xs" c="dimmed">
          The first {rows.length}; all of them, with their reasons, are in the table to fetch.
        </Text>
      )}
    </div>
  )
}
