// Receivers that asked to be sent slower: when, how fast is safe, when to go on.

import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DownloadLink } from '../../parts/download-link.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { pacingQuery } from './queries.ts'

export function Pacing() {
  const { data, error } = useQuery(pacingQuery)
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined || data.length === 0) return null
  return (
    <Section
      title="Receivers that want it slower"
      about="Waves of &quot;too fast&quot; and &quot;try later&quot; in the last seven days."
    >
      <WideTable label="Receivers that want it slower" minWidth={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Receiver</Table.Th><Table.Th ta="right">Waves</Table.Th>
            <Table.Th>Last</Table.Th><Table.Th ta="right">Safe rate</Table.Th>
            <Table.Th>Go on</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ receiver, waves, perMinute, resumeAt }) => (
            <Table.Tr key={receiver}>
              <Table.Td><SafeText text={receiver} /></Table.Td>
              <Table.Td ta="right">{formatNumber(waves.length)}</Table.Td>
              <Table.Td>
                {waves[0] === undefined ? null : (
                  <><Time at={waves[0].untilAt} />, {countOf(waves[0].refusals, 'refusal')}</>
                )}
              </Table.Td>
              <Table.Td ta="right">{perMinute === undefined ? '–' : `${perMinute} / min`}</Table.Td>
              <Table.Td>
                {resumeAt === undefined ? 'now'
                  : <Text size="sm" fw={600}><Time at={resumeAt} /></Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <div>
        <DownloadLink path="/v1/advice/pacing" words={{ format: 'kumomta' }}>
          Rules for KumoMTA
        </DownloadLink>
      </div>
    </Section>
  )
}
