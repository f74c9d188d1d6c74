// The first rows of a file as they would be stored, with what is wrong where something is.

import { Badge, Table, Text } from '@mantine/core'
import { countOf, formatNumber } from '../../../parts/numbers.ts'
import { titleOf } from '../../../parts/reason-name.tsx'
import { SafeText } from '../../../parts/safe-text.tsx'
import { formatDay } from '../../../parts/time.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import type { Imported, Tally } from './queries.ts'

const ROWS_SHOWN = 20

const RESULTS: Readonly<Record<Imported['preview'][number]['result'], readonly [string, string]>> = {
  added: ['teal', 'New'], changed: ['blue', 'Changed'], unchanged: ['gray', 'Known'],
  refused: ['red', 'Wrong'],
}

/** `1,200 rows: 1,180 new, 20 wrong`. */
export function tallyWords(tally: Tally, isShort = false): string {
  const { read, added, changed, unchanged, refused } = tally
  if (isShort) return countOf(read, 'row')
  const parts = [
    [added, 'new'], [changed, 'changed'], [unchanged, 'known already'], [refused, 'wrong'],
  ] as const
  const said = parts.flatMap(([n, word]) => n === 0 ? [] : [`${formatNumber(n)} ${word}`])
  return `${countOf(read, 'row')}: ${said.join(', ') || 'nothing to import'}`
}

type Row = Partial<Imported['preview'][number]> & { readonly line: number; readonly why?: string }

function rowsOf({ preview, mistakes }: Imported): readonly Row[] {
  const whys = new Map(mistakes.map(({ line, why }) => [line, why]))
  const shown = preview.map((row): Row => {
    const why = whys.get(row.line)
    return why === undefined ? row : { ...row, why }
  })
  const lines = new Set(shown.map(({ line }) => line))
  return [...shown, ...mistakes.filter(({ line }) => !lines.has(line))]
    .toSorted((a, b) => a.line - b.line).slice(0, ROWS_SHOWN)
}

export function Preview({ data }: { readonly data: Imported }) {
  return (
    <div>
      <WideTable label="First rows" minWidth={520} fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Line</Table.Th><Table.Th>Becomes</Table.Th><Table.Th>Address</Table.Th>
            <Table.Th>Reason</Table.Th><Table.Th>List</Table.Th><Table.Th>Since</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rowsOf(data).map((row) => <PreviewRow key={row.line} row={row} />)}
        </Table.Tbody>
      </WideTable>
      {data.read <= ROWS_SHOWN ? null : (
        <Text size="xs" c="dimmed">The first {ROWS_SHOWN} rows; all were looked at.</Text>
      )}
    </div>
  )
}

function PreviewRow({ row }: { readonly row: Row }) {
  const { line, address = '', reason, list = '', createdAt, result = 'refused', why } = row
  const [color, word] = RESULTS[result]
  return (
    <Table.Tr>
      <Table.Td>{line}</Table.Td>
      <Table.Td>
        <Badge color={color} variant="light" tt="none" radius="sm" miw="max-content">{word}</Badge>
        {why === undefined ? null : <Text size="xs"><SafeText text={why} /></Text>}
      </Table.Td>
      <Table.Td><SafeText text={address} /></Table.Td>
      <Table.Td><SafeText text={reason === undefined ? '' : titleOf(reason)} /></Table.Td>
      <Table.Td><SafeText text={list === '' ? 'All' : list} /></Table.Td>
      <Table.Td>{createdAt === undefined ? 'now' : formatDay(createdAt)}</Table.Td>
    </Table.Tr>
  )
}
