// The table of all codes: replies, enhanced codes of the registry, and what vendors use.

import { Badge, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { Fragment, memo } from 'react'
import { References } from '../answer/references.tsx'
import classes from '../lookup.module.css'
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
      <div className={classes['scroll']} tabIndex={0} role="group" aria-label="Codes">
        <Table verticalSpacing={5} fz="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Code</Table.Th><Table.Th>Means</Table.Th>
              <Table.Th>Stands for</Table.Th><Table.Th miw={170}>Defined by</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows.map((row) => <CodeLine key={row.key} row={row} />)}</Table.Tbody>
        </Table>
      </div>
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
      </Table.Td>
      <Table.Td>
        {reasons.map((reason, i) => (
          <Fragment key={reason}>
            {i === 0 ? '' : ', '}<WordLink kind="reason" word={reason} />
          </Fragment>
        ))}
        {reasons.length > 0 ? null : (
          <Text span size="sm" c="dimmed">
            {/^[23]\d\d$/.test(code) ? 'no bounce' : 'its words decide'}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{kind === 'vendor' ? row.name : <References list={definedBy} />}</Table.Td>
    </Table.Tr>
  )
})
