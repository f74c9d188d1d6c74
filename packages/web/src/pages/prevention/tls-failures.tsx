// Sessions to one's mail hosts that failed, with what each result means.

import { Table, Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

type Failure = NonNullable<Schema<'ReportSummary'>['tls']>['failures'][number]

const POLICIES: Readonly<Record<string, string>> = {
  'sts': 'MTA-STS', 'tlsa': 'DANE', 'no-policy-found': 'None',
}

export function TlsFailures({ failures }: { readonly failures: readonly Failure[] }) {
  return (
    <WideTable label="Sessions that failed" minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Result</Table.Th><Table.Th>Policy</Table.Th>
          <Table.Th ta="right">Sessions</Table.Th><Table.Th>Mail hosts</Table.Th>
          <Table.Th>What it means</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {failures.map(({ policyType, result, sessions, mxHosts, meaning, remedy }) => (
          <Table.Tr key={`${policyType} ${result}`}>
            <Table.Td><SafeText text={result} /></Table.Td>
            <Table.Td>
              {Object.hasOwn(POLICIES, policyType) ? POLICIES[policyType]
                : <SafeText text={policyType} />}
            </Table.Td>
            <Table.Td ta="right">{formatNumber(sessions)}</Table.Td>
            <Table.Td><SafeText text={mxHosts.join(', ')} /></Table.Td>
            <Table.Td miw={260}>
              <Text size="xs"><SafeText text={`${meaning} ${remedy}`} /></Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}
