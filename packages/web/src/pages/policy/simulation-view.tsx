// What came of a simulation: how many differ, from what to what, and every address with its
// reasons.

import { Badge, Group, Paper, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import { AddressLink } from '../../app/links.tsx'
import { useSearchWords } from '../../app/search.ts'
import { StatusBadge } from '../../parts/badges.tsx'
import { DataTable, TABLET, type TableColumn } from '../../parts/data-table.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { countOf, formatNumber, formatShare } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame, SidePane } from '../../parts/side-pane.tsx'
import { formatDay, formatExact } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import type { SimulatedRow, Simulation } from './queries.ts'

const COLUMNS: readonly TableColumn<SimulatedRow>[] = [
  {
    id: 'address', header: 'Address', width: 'minmax(150px, 1.2fr)',
    cell: ({ address }) => <SafeText text={address} />,
  },
  {
    id: 'now', header: 'Beside', width: '112px',
    cell: ({ against }) => <StatusBadge status={against.status} />,
  },
  {
    id: 'then', header: 'Tried', width: '112px',
    cell: ({ policy }) => <StatusBadge status={policy.status} />,
  },
  {
    id: 'since', header: 'Since', width: '104px', wideOnly: true,
    cell: ({ policy }) => policy.since === undefined ? '' : formatDay(policy.since),
  },
  {
    id: 'why', header: 'Why', width: 'minmax(180px, 1.6fr)', wideOnly: true,
    cell: ({ policy }) => <SafeText text={policy.why ?? 'Nothing counts'} />,
  },
]

/** Two lines for each, where there is room for one column only. */
const NARROW_COLUMNS: readonly TableColumn<SimulatedRow>[] = [{
  id: 'simulated', header: 'Addresses', width: 'minmax(0, 1fr)',
  cell: ({ address, against, policy }) => (
    <>
      <SafeText text={address} />
      <Group gap={6} wrap="nowrap">
        <StatusBadge status={against.status} /><IconArrowRight size={14} aria-label="becomes" />
        <StatusBadge status={policy.status} />
      </Group>
    </>
  ),
}]
const NARROW_ROW_PX = 62

function keyOf({ address, list }: SimulatedRow): string {
  return `${address} ${list}`
}

export function SimulationView({ result }: { readonly result: Simulation }) {
  const [words, change] = useSearchWords()
  const { addresses, differing, moves } = result
  const move = words['move']
  const rows = useMemo(() => result.rows.filter(({ policy, against }) =>
    move === undefined || move === `${against.status} ${policy.status}`), [result, move])
  const open = rows.find((row) => keyOf(row) === words['open'])
  const isPhone = useMediaQuery('(max-width: 48em)') === true
  const isTablet = useMediaQuery(TABLET) === true
  const isNarrow = isPhone || (isTablet && open !== undefined)
  if (addresses === 0) {
    return (
      <EmptyNotice title="Nothing has happened to any address yet">
        Policies differ in what they make of bounces. Simulate when some have come in.
      </EmptyNotice>
    )
  }
  return (
    <Stack gap="md">
      <div role="status">
        <Title order={2} size="h4">
          {formatNumber(differing)} of {countOf(addresses, 'address', 'addresses')} would fare
          otherwise ({formatShare(differing, addresses)})
        </Title>
      </div>
      {moves.length === 0 ? null
        : <Moves moves={moves} move={move} onChoose={(next) => change({ move: next })} />}
      {rows.length === 0 ? null : (
        <SidePane
          list={(
            <Stack gap={4}>
              <DataTable
                label="Addresses that fare otherwise" rows={rows} keyOf={keyOf}
                columns={isNarrow ? NARROW_COLUMNS : COLUMNS}
                {...isNarrow ? { rowHeight: NARROW_ROW_PX } : {}} height="480px"
                openKey={words['open']} onOpen={(row) => change({ open: keyOf(row) })}
              />
              {result.rows.length < differing
                ? <Text size="xs" c="dimmed">The first {formatNumber(result.rows.length)}.</Text>
                : null}
            </Stack>
          )}
          pane={open === undefined ? undefined : <Row row={open} />}
        />
      )}
    </Stack>
  )
}

type MovesProps = {
  readonly moves: Simulation['moves']
  /** The one that the rows are narrowed to: `from to`. */
  readonly move: string | undefined
  readonly onChoose: (move: string | undefined) => void
}

function Moves({ moves, move, onChoose }: MovesProps) {
  return (
    <Paper withBorder p="sm" maw={560}>
      <WideTable label="From state to state" minWidth={290} fz="sm" verticalSpacing={4}
        horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>From, to</Table.Th>
            <Table.Th ta="right">How many</Table.Th>
            <Table.Th><VisuallyHidden>Narrow</VisuallyHidden></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moves.map(({ from, to, n }) => (
            <Table.Tr key={`${from} ${to}`}>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <StatusBadge status={from} />
                  <IconArrowRight size={14} aria-hidden /><StatusBadge status={to} />
                </Group>
              </Table.Td>
              <Table.Td ta="right">{formatNumber(n)}</Table.Td>
              <Table.Td ta="right">
                <Badge
                  component="button" variant={move === `${from} ${to}` ? 'filled' : 'default'}
                  tt="none" radius="sm" size="lg" aria-pressed={move === `${from} ${to}`}
                  onClick={() => onChoose(move === `${from} ${to}` ? undefined : `${from} ${to}`)}
                >
                  Only these
                </Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Paper>
  )
}

function Row({ row }: { readonly row: SimulatedRow }) {
  const [, change] = useSearchWords()
  const { address, list } = row
  return (
    <PaneFrame
      name="Address in the simulation" title={<SafeText text={address} />}
      onClose={() => change({ open: undefined })}
    >
      <Stack gap="md">
        {list === '' ? null : <Text size="sm">List <SafeText text={list} /></Text>}
        <Side title="With the policy it is beside" side={row.against} />
        <Side title="With the one that is tried" side={row.policy} />
        <Text size="sm"><AddressLink address={address} /> has the whole history.</Text>
      </Stack>
    </PaneFrame>
  )
}

function Side({ title, side: { status, since, reason, why } }: {
  readonly title: string; readonly side: SimulatedRow['policy']
}) {
  return (
    <div>
      <Title order={3} size="h5" mb={4}>{title}</Title>
      <Facts rows={[
        ['State', <StatusBadge key="status" status={status} />],
        ['Since', since === undefined ? undefined : formatExact(since)],
        ['Reason', reason],
        ['Why', <SafeText key="why" text={why ?? 'Nothing counts.'} />],
      ]} />
    </div>
  )
}
