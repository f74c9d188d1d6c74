// Who was asked to confirm an address and did, by list; and how addresses bounce that were and were
// not confirmed, by where they came from.

import { Stack, Table } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

type Stats = Schema<'OptinStats'>

const optinQuery = queryOptions({
  queryKey: ['overview', 'optin'],
  queryFn: async () => await answerOf(api.GET('/v1/optin/stats')),
})

export function OptinShares() {
  const { data, error } = useQuery(optinQuery)
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined || data.lists.length === 0) return null
  return (
    <Section
      title="Confirmed addresses"
      about="Who was asked by double opt-in, who confirmed, and how often mail to them fails."
    >
      <Stack gap="md">
        <Lists lists={data.lists} />
        <Sources sources={data.sources} />
      </Stack>
    </Section>
  )
}

function Lists({ lists }: { readonly lists: Stats['lists'] }) {
  return (
    <WideTable label="Confirmed addresses by list" minWidth={520}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>List</Table.Th><Table.Th ta="right">Asked</Table.Th>
          <Table.Th ta="right">Confirmed</Table.Th><Table.Th ta="right">Waiting</Table.Th>
          <Table.Th ta="right">Expired</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lists.map(({ list, asked, confirmed, pending, expired, share }) => (
          <Table.Tr key={list}>
            <Table.Td><SafeText text={list} /></Table.Td>
            <Table.Td ta="right">{formatNumber(asked)}</Table.Td>
            <Table.Td ta="right">{formatNumber(confirmed)} ({formatShare(share)})</Table.Td>
            <Table.Td ta="right">{formatNumber(pending)}</Table.Td>
            <Table.Td ta="right">{formatNumber(expired)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function Sources({ sources }: { readonly sources: Stats['sources'] }) {
  return (
    <WideTable label="Bounces by source" minWidth={520}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Source</Table.Th>
          <Table.Th ta="right">Bounced of confirmed</Table.Th>
          <Table.Th ta="right">Bounced of unconfirmed</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sources.map(({ source, confirmed, unconfirmed }) => (
          <Table.Tr key={source}>
            <Table.Td>{source === '' ? 'not told' : <SafeText text={source} />}</Table.Td>
            <Table.Td ta="right">{formatBounced(confirmed)}</Table.Td>
            <Table.Td ta="right">{formatBounced(unconfirmed)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function formatBounced({ addresses, bounced, rate }: Stats['sources'][number]['confirmed']) {
  return addresses === 0 ? '–'
    : `${formatNumber(bounced)} of ${formatNumber(addresses)} (${formatShare(rate)})`
}

function formatShare(share: number | undefined): string {
  return share === undefined ? '–' : `${(share * 100).toFixed(1)}%`
}
