// The table of all reasons: what each one means, whose fault it is, what to do.

import { Group, Stack, Table, Text } from '@mantine/core'
import { REASONS_TABLE } from '@carom/core/codes'
import { FaultBadge, RemedyBadge } from '../../../parts/badges.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { usePlace } from '../place.ts'
import { WordLink } from '../word-link.tsx'
import { FindField, isFound } from './find-field.tsx'

export function ReasonsTable() {
  const { words } = usePlace()
  const rows = REASONS_TABLE.filter(({ reason, title, meaning, advice, fault, remedy }) =>
    isFound(words['find'], [reason, title, meaning, advice, fault, remedy]))
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <FindField label="Find a reason" placeholder="A word, such as full, sender or DNS" />
        <Text size="sm" c="dimmed" role="status">{rows.length} of {REASONS_TABLE.length}</Text>
      </Group>
      <WideTable label="Reasons" minWidth={560} isLong verticalSpacing={5} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Reason</Table.Th><Table.Th>Means</Table.Th><Table.Th>Whose fault</Table.Th>
            <Table.Th>Remedy</Table.Th><Table.Th>What to do</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ reason, title, meaning, fault, remedy, advice }) => (
            <Table.Tr key={reason}>
              <Table.Td><WordLink kind="reason" word={reason} /></Table.Td>
              <Table.Td><Text span size="sm" fw={600}>{title}. </Text>{meaning}</Table.Td>
              <Table.Td><FaultBadge fault={fault === 'none' ? 'nobody' : fault} /></Table.Td>
              <Table.Td><RemedyBadge remedy={remedy} /></Table.Td>
              <Table.Td>{advice}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  )
}
