// Domains that were probably mistyped, with how many addresses bounced there.

import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { BouncesLink } from '../../app/links.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatNumber, formatRate } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { typosQuery } from './queries.ts'

export function Typos() {
  const { data, error } = useQuery(typosQuery)
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined || data.length === 0) return null
  return (
    <Section
      title="Mistyped domains"
      about="Addresses bounced there. Ask the people for their address; Carom never corrects one."
    >
      <WideTable label="Mistyped domains" minWidth={460}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Domain</Table.Th><Table.Th>Probably meant</Table.Th>
            <Table.Th ta="right">Addresses</Table.Th><Table.Th ta="right">How sure</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ domain, suggestion, addresses, confidence }) => (
            <Table.Tr key={domain}>
              <Table.Td>
                <BouncesLink words={{ domain }} fz="inherit">
                  <SafeText text={domain} />
                </BouncesLink>
              </Table.Td>
              <Table.Td>
                <Text size="sm" ff="monospace"><SafeText text={suggestion} /></Text>
              </Table.Td>
              <Table.Td ta="right">{formatNumber(addresses)}</Table.Td>
              <Table.Td ta="right">{formatRate(confidence)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}
