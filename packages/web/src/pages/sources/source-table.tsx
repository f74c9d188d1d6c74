// The sources, and how they are.

import { Anchor, Skeleton, Table, Text } from '@mantine/core'
import { countOf } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { HealthBadge, type Sight } from '../../parts/source-health.tsx'
import { Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { formatRhythm } from './rhythm.ts'

const OPEN = { bg: 'var(--mantine-color-default-hover)' }

export function SourceTable({ sources, open, onOpen }: {
  readonly sources: readonly Sight[] | undefined
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) {
  if (sources === undefined) return <Skeleton h={200} />
  return (
    <WideTable label="Sources" minWidth={320}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Source</Table.Th><Table.Th>State</Table.Th><Table.Th>Last input</Table.Th>
          <Table.Th visibleFrom="sm">Rhythm</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sources.map((source) => (
          <Row
            key={source.id} source={source} isOpen={source.id === open}
            onOpen={() => onOpen(source.id)}
          />
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

function Row({ source, isOpen, onOpen }: {
  readonly source: Sight; readonly isOpen: boolean; readonly onOpen: () => void
}) {
  const { name, type, vendor, health, rhythm, lastInputAt, lastError, backlog } = source
  return (
    <Table.Tr {...isOpen ? OPEN : {}}>
      <Table.Td>
        <Anchor component="button" type="button" inherit onClick={onOpen} aria-expanded={isOpen}>
          <SafeText text={name} />
        </Anchor>
        <Text size="xs" c="dimmed">{vendor === undefined ? type : `${type}, ${vendor}`}</Text>
      </Table.Td>
      <Table.Td>
        <HealthBadge source={source} />
        {health === 'failing' && lastError !== undefined
          ? <Text size="xs" c="red" lineClamp={2}><SafeText text={lastError} /></Text> : null}
      </Table.Td>
      <Table.Td>
        {lastInputAt === undefined ? 'Nothing yet' : <Time at={lastInputAt} />}
        {backlog === 0 ? null
          : <Text size="xs" c="dimmed">{countOf(backlog, 'input')} to be judged</Text>}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm" c="dimmed">{formatRhythm(rhythm) ?? 'Not known yet'}</Text>
      </Table.Td>
    </Table.Tr>
  )
}
