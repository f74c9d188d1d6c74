// The table of all codes: replies, enhanced codes of the registry, and what vendors use. On a phone
// it has two columns.

import { Badge, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { Fragment, memo } from 'react'
import { WideTable } from '../../../parts/wide-table.tsx'
import { References } from '../answer/references.tsx'
import { usePlace } from '../place.ts'
import { WordLink } from '../word-link.tsx'
import { CODE_ROWS, type CodeRow } from './code-rows.ts'
import { FindField, isFound } from './find-field.tsx'

const KINDS = [
  { value: 'all', label: 'All' }, { value: 'reply', label: 'Replies' },
  { value: 'enhanced', label: 'Enhanced' }, { value: 'vendor', label: 'Of vendors' },
] as const

export function CodesTable() {
  const { words, change } = usePlace()
  const kind = words['kind'] ?? 'all'
  const rows = CODE_ROWS.filter((row) => (kind === 'all' || row.kind === kind) &&
    isFound(words['find'], [row.code, row.name, row.meaning, ...row.reasons]))
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <FindField label="Find a code" placeholder="A code or a word, such as mailbox" />
        <SegmentedControl
          aria-label="Kind of code" value={kind} data={[...KINDS]} size="xs"
          onChange={(next) => change({ kind: next === 'all' ? undefined : next })}
        />
        <Text size="sm" c="dimmed" role="status">{rows.length} of {CODE_ROWS.length}</Text>
      </Group>
      <WideTable label="Codes" minWidth={270} isLong verticalSpacing={5} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Code</Table.Th><Table.Th>Means</Table.Th>
            <Table.Th {...WIDE_ONLY}>Stands for</Table.Th>
            <Table.Th {...WIDE_ONLY}>Defined by</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{rows.map((row) => <CodeLine key={row.key} row={row} />)}</Table.Tbody>
      </WideTable>
    </Stack>
  )
}

const CodeLine = memo(({ row }: { readonly row: CodeRow }) => {
  const { code, word, kind, name, meaning, reasons, definedBy } = row
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <WordLink kind="code" word={word}>{code}</WordLink>
      </Table.Td>
      <Table.Td>
        {name === '' ? null : kind === 'vendor'
          ? <Badge size="sm" variant="default" tt="none" mr={6}>{name}</Badge>
          : <Text span size="sm" fw={600}>{name}. </Text>}
        {meaning}
        <Text size="sm" hiddenFrom="sm"><Meant code={code} reasons={reasons} /></Text>
      </Table.Td>
      <Table.Td {...WIDE_ONLY}><Meant code={code} reasons={reasons} /></Table.Td>
      <Table.Td {...WIDE_ONLY}>
        {kind === 'vendor' ? row.name : <References list={definedBy} />}
      </Table.Td>
    </Table.Tr>
  )
})

const WIDE_ONLY = { visibleFrom: 'sm' } as const

/** What a code stands for where nothing else is said. */
function Meant({ code, reasons }: Pick<CodeRow, 'code' | 'reasons'>) {
  if (reasons.length === 0) {
    return (
      <Text span size="sm" c="dimmed">
        {/^[23]\d\d$/.test(code) ? 'no bounce' : 'its words decide'}
      </Text>
    )
  }
  return reasons.map((reason, i) => (
    <Fragment key={reason}>
      {i === 0 ? '' : ', '}<WordLink kind="reason" word={reason} />
    </Fragment>
  ))
}
