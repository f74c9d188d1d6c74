// The systems that are told.

import { Anchor, Badge, Skeleton, Table, Text } from '@mantine/core'
import { SafeText } from '../../parts/safe-text.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import type { Endpoint } from './queries.ts'

const OPEN = { bg: 'var(--mantine-color-default-hover)' }

export function EndpointTable({ endpoints, open, onOpen }: {
  readonly endpoints: readonly Endpoint[] | undefined
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) {
  if (endpoints === undefined) return <Skeleton h={140} />
  return (
    <WideTable label="Webhooks" minWidth={300}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Address</Table.Th><Table.Th>State</Table.Th>
          <Table.Th visibleFrom="sm">Told of</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {endpoints.map((endpoint) => (
          <Table.Tr key={endpoint.id} {...endpoint.id === open ? OPEN : {}}>
            <Table.Td maw={{ base: 180, sm: 420 }}>
              <Anchor
                component="button" type="button" inherit ta="left" truncate="end" maw="100%"
                onClick={() => onOpen(endpoint.id)} aria-expanded={endpoint.id === open}
              >
                <SafeText text={nameOf(endpoint)} />
              </Anchor>
              {endpoint.description === '' ? null
                : <Text size="xs" c="dimmed" truncate="end"><SafeText text={endpoint.url} /></Text>}
            </Table.Td>
            <Table.Td><StateBadge endpoint={endpoint} /></Table.Td>
            <Table.Td visibleFrom="sm" style={{ overflowWrap: 'anywhere' }}>
              {endpoint.types.length === 0 ? 'Everything'
                : <SafeText text={endpoint.types.join(', ')} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

/** As people call it: what it is, else where it is. */
export function nameOf({ description, url }: Endpoint): string {
  return description === '' ? url : description
}

export function StateBadge({ endpoint: { enabled, disabledWhy, retrying } }: {
  readonly endpoint: Endpoint
}) {
  const [color, word] = enabled
    ? retrying === undefined ? ['teal', 'On'] : ['orange', 'Trying again']
    : disabledWhy === undefined ? ['gray', 'Off'] : ['red', 'Switched off']
  return <Badge color={color} variant="light" tt="none">{word}</Badge>
}
