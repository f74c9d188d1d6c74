// How often people get mail, by list, and from how many mails a week on they complain.

import { Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatLength, formatNumber, formatShare } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { rangeOf } from '../../parts/time-range.ts'
import { WideTable } from '../../parts/wide-table.tsx'

type Frequency = Schema<'Frequency'>

const HOUR_MS = 3_600_000
/** The last step stands for all above the one before. */
const MORE_THAN = { step: 15, shown: 'more than 14' } as const

function frequencyQuery(within: string) {
  return queryOptions({
    queryKey: ['overview', 'frequency', within], placeholderData: keepPreviousData,
    queryFn: async () => await answerOf(
      api.GET('/v1/advice/frequency', { params: { query: rangeOf({ within }) } })),
  })
}

export function TimeBetween({ within }: { readonly within: string }) {
  const { data, error } = useQuery(frequencyQuery(within))
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined || data.all.mails === 0) return null
  const { all, lists, isSample } = data
  return (
    <Section
      title="Time between mails"
      about={
        'Gaps between two mails to one address. The safe number is where complaints stay below ' +
        '0.1% of mails; where too few are known, it is prevent.mailsPerWeekMax.' +
        (isSample ? ` ${formatNumber(all.addresses)} addresses were looked at, not all.` : '')
      }
    >
      <Stack gap="md">
        <Gaps rows={lists.length > 1 ? [all, ...lists] : lists} />
        <Steps steps={all.steps} />
      </Stack>
    </Section>
  )
}

function Gaps({ rows }: { readonly rows: readonly Frequency[] }) {
  return (
    <WideTable label="Time between mails by list" minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>List</Table.Th><Table.Th ta="right">Addresses</Table.Th>
          <Table.Th ta="right">Mails</Table.Th><Table.Th ta="right">Usual gap</Table.Th>
          <Table.Th ta="right">Shortest tenth</Table.Th>
          <Table.Th ta="right">Safe a week</Table.Th><Table.Th ta="right">Got more</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ list, addresses, mails, usualGapHours, shortGapHours, ...row }) => (
          <Table.Tr key={list ?? '\0'}>
            <Table.Td>
              {list === undefined ? <Text size="sm" fw={600}>All together</Text>
                : list === '' ? 'none' : <SafeText text={list} />}
            </Table.Td>
            <Table.Td ta="right">{formatNumber(addresses)}</Table.Td>
            <Table.Td ta="right">{formatNumber(mails)}</Table.Td>
            <Table.Td ta="right">{formatGap(usualGapHours)}</Table.Td>
            <Table.Td ta="right">{formatGap(shortGapHours)}</Table.Td>
            <Table.Td ta="right">
              {formatNumber(row.capPerWeek)}{row.capFrom === 'complaints' ? ', measured' : ''}
            </Table.Td>
            <Table.Td ta="right">
              {formatNumber(row.overCap)} ({formatShare(row.overCap, addresses)})
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function Steps({ steps }: { readonly steps: Frequency['steps'] }) {
  return (
    <WideTable label="Complaints by mails a week" minWidth={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Mails in the fullest week</Table.Th><Table.Th ta="right">Addresses</Table.Th>
          <Table.Th ta="right">Mails</Table.Th>
          <Table.Th ta="right">Complaints, unsubscribed</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map(({ mailsPerWeek, addresses, mails, complaints }, i) => (
          <Table.Tr key={mailsPerWeek}>
            <Table.Td>{nameOfStep(mailsPerWeek, steps[i - 1]?.mailsPerWeek)}</Table.Td>
            <Table.Td ta="right">{formatNumber(addresses)}</Table.Td>
            <Table.Td ta="right">{formatNumber(mails)}</Table.Td>
            <Table.Td ta="right">
              {formatNumber(complaints)} ({formatShare(complaints, mails)} of mails)
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function nameOfStep(mails: number, before: number | undefined): string {
  if (mails === MORE_THAN.step) return MORE_THAN.shown
  return before === undefined || before + 1 === mails || mails <= 3
    ? formatNumber(mails) : `up to ${formatNumber(mails)}`
}

function formatGap(hours: number | undefined): string {
  return hours === undefined ? '–' : formatLength(hours * HOUR_MS)
}
