// What receivers use a code for.

import { Badge, Table } from '@mantine/core'
import type { Use } from '@carom/core/codes'
import { WideTable } from '../../../parts/wide-table.tsx'
import { WordLink } from '../word-link.tsx'
import { Section } from './section.tsx'

const TYPE_COLORS: Readonly<Record<string, string>> = { hard: 'red', soft: 'yellow' }
const NAMES_MAX = 5

export function Uses({ code, uses, collected }: {
  readonly code: string; readonly uses: readonly Use[]; readonly collected?: number | undefined
}) {
  if (uses.length === 0) return null
  const counted = collected === undefined ? '' : `, of ${collected} replies collected`
  return (
    <Section title={`Receivers use ${code} for${counted}`}>
      <WideTable label="Uses" minWidth={340} verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Reason</Table.Th><Table.Th>Bounce</Table.Th>
            {counted === '' ? null : <Table.Th ta="right">Seen</Table.Th>}
            <Table.Th>By</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uses.map(({ reason, bounceType, receivers, seen }) => (
            <Table.Tr key={reason}>
              <Table.Td><WordLink kind="reason" word={reason} /></Table.Td>
              <Table.Td>
                <TypeBadge type={bounceType ?? 'none'} />
              </Table.Td>
              {counted === '' ? null : <Table.Td ta="right">{seen ?? ''}</Table.Td>}
              <Table.Td title={receivers.join(', ')}>{named(receivers)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Section>
  )
}

function TypeBadge({ type }: { readonly type: string }) {
  return (
    <Badge
      variant="light" tt="none" radius="sm" miw="max-content" color={TYPE_COLORS[type] ?? 'gray'}
    >
      {type}
    </Badge>
  )
}

function named(receivers: readonly string[]): string {
  const rest = receivers.length - NAMES_MAX
  return receivers.slice(0, NAMES_MAX).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
