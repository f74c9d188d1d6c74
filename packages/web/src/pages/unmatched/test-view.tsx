// What a rule would do to the stored history: whom it meets, what they were and become, and where
// that is against what the engine is sure of.

import { Alert, Badge, Stack, Table, Text, Title } from '@mantine/core'
import { BounceLink } from '../../app/links.tsx'
import { DataTable, type TableColumn } from '../../parts/data-table.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { formatExact } from '../../parts/time.tsx'
import type { RuleTest } from './queries.ts'

type Row = RuleTest['rows'][number]

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    id: 'address', header: 'Address', width: 'minmax(130px, 0.8fr)',
    cell: ({ event, address }) => <BounceLink id={event} fz="sm"><SafeText text={address} /></BounceLink>,
  },
  { id: 'before', header: 'Before', width: 'minmax(110px, 0.6fr)', cell: ({ before }) => before },
  {
    id: 'after', header: 'After', width: 'minmax(120px, 0.7fr)',
    cell: ({ after, isConflict }) => (
      <>
        {after}{' '}
        {isConflict ? <Badge color="red" variant="light" tt="none" radius="sm">against it</Badge> : ''}
      </>
    ),
  },
  {
    id: 'text', header: 'Text', width: 'minmax(200px, 1.6fr)', wideOnly: true,
    cell: ({ diagnostic }) => <SafeText text={diagnostic} />,
  },
]

export function TestView({ test, isOld }: { readonly test: RuleTest; readonly isOld: boolean }) {
  const { scanned, met, changed, moves, conflicts, rows, scannedUntil, unread } = test
  return (
    <Stack gap="sm" opacity={isOld ? 0.6 : 1} aria-live="polite">
      <Unread {...unread} />
      <Title order={3} size="h5">
        {met === 0 ? 'It meets no stored event' : `It meets ${formatNumber(met)} of ${
          countOf(scanned, 'event')} and changes ${formatNumber(changed)}`}
      </Title>
      {isOld ? <Text size="sm">The rule was changed since.</Text> : null}
      {conflicts > 0 ? (
        <Alert color="red" title={`${countOf(conflicts, 'conflict')}`}>
          Of these texts the engine is sure that they say something else. The rule may be too wide.
        </Alert>
      ) : null}
      {moves.length === 0 ? null : <MovesTable moves={moves} />}
      {rows.length === 0 ? null : (
        <DataTable
          label="Events that the rule meets" columns={COLUMNS} rows={rows} height="300px"
          keyOf={({ event }) => event} total={met}
        />
      )}
      {scannedUntil === undefined ? null : (
        <Text size="xs" c="dimmed">Looked back to {formatExact(scannedUntil)}.</Text>
      )}
    </Stack>
  )
}

const UNREAD_COLUMNS: readonly TableColumn<UnreadRow>[] = [
  {
    id: 'address', header: 'About', width: 'minmax(130px, 0.8fr)',
    cell: ({ address }) => address === undefined
      ? <Text span size="sm" c="dimmed">names nobody</Text> : <SafeText text={address} />,
  },
  { id: 'after', header: 'Becomes', width: 'minmax(110px, 0.6fr)', cell: ({ after }) => after },
  {
    id: 'text', header: 'Text', width: 'minmax(200px, 1.6fr)', wideOnly: true,
    cell: ({ diagnostic }) => <SafeText text={diagnostic} />,
  },
]

type UnreadRow = RuleTest['unread']['rows'][number]

/** What it makes of the inputs that nobody could read. */
function Unread({ scanned, met, ofCluster, isCut, rows }: RuleTest['unread']) {
  const others = scanned - (ofCluster?.scanned ?? 0)
  const ofOthers = `${formatNumber(met - (ofCluster?.met ?? 0))} of ${formatNumber(others)}`
  return (
    <>
      <Title order={3} size="h5">
        {ofCluster === undefined ? `It reads ${ofOthers} that nobody could read`
          : `It reads ${formatNumber(ofCluster.met)} of ${formatNumber(ofCluster.scanned)} of ` +
            `this cluster${others === 0 ? '' : ` and ${ofOthers} others that nobody could read`}`}
      </Title>
      {isCut ? <Text size="xs" c="dimmed">There are more; these were looked at.</Text> : null}
      {rows.length === 0 ? null : (
        <DataTable
          label="Inputs that the rule reads" columns={UNREAD_COLUMNS} rows={rows}
          height={rows.length > SHORT_ROWS ? '220px' : '120px'} total={rows.length}
          keyOf={({ inboxId, address = '' }) => `${inboxId} ${address}`}
        />
      )}
    </>
  )
}

/** So many stand in a low table. */
const SHORT_ROWS = 2

export function MovesTable({ moves }: { readonly moves: RuleTest['moves'] }) {
  return (
    <Table fz="sm" verticalSpacing={4} maw={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Before</Table.Th><Table.Th>After</Table.Th>
          <Table.Th ta="right">How many</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {moves.map(({ from, to, n }) => (
          <Table.Tr key={`${from} ${to}`}>
            <Table.Td ff="monospace">{from}</Table.Td><Table.Td ff="monospace">{to}</Table.Td>
            <Table.Td ta="right">{formatNumber(n)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
