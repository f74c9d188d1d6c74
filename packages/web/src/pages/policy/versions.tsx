// Every version that was ever stored, and what changed from one to the next.

import { Button, Group, Select, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { useSearchWords, type SearchWords } from '../../app/search.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { formatExact, Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { ApplyButton, RetroactiveNote } from './apply-button.tsx'
import { DiffView } from './diff-view.tsx'
import type { PolicyRow } from './queries.ts'
import { formatPolicy } from './read-draft.ts'

export function nameOfVersion({ id, version }: PolicyRow): string {
  return `${id}@${version}`
}

export function Versions({ rows, active }: {
  readonly rows: readonly PolicyRow[]; readonly active: PolicyRow
}) {
  const [words, change] = useSearchWords()
  const named = (name: string | undefined): PolicyRow | undefined =>
    rows.find((row) => nameOfVersion(row) === name)
  const after = named(words['version']) ?? active
  const before = named(words['before']) ?? rows[rows.indexOf(after) + 1] ?? active
  return (
    <Stack gap="md">
      <WideTable label="Versions" minWidth={560} fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Policy</Table.Th><Table.Th>Stored</Table.Th><Table.Th>By</Table.Th>
            <Table.Th><VisuallyHidden>Compare</VisuallyHidden></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={nameOfVersion(row)}>
              <Table.Td>
                <SafeText text={row.body.title} />{' '}
                <Text span size="xs" c="dimmed" ff="monospace">{nameOfVersion(row)}</Text>
                {row.active ? <Text span size="xs" fw={600}> decides now</Text> : null}
              </Table.Td>
              <Table.Td>{row.actor === 'config' ? '' : <Time at={row.createdAt} />}</Table.Td>
              <Table.Td><SafeText text={row.actor} /></Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  <Button
                    size="compact-sm" variant="default"
                    onClick={() => change({ version: nameOfVersion(row), before: undefined })}
                  >
                    What changed
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {rows.length < 2 ? null : (
        <Compared rows={rows} after={after} before={before} change={change} />
      )}
      <RetroactiveNote />
    </Stack>
  )
}

function Compared({ rows, after, before, change }: {
  readonly rows: readonly PolicyRow[]; readonly after: PolicyRow; readonly before: PolicyRow
  readonly change: (words: SearchWords) => void
}) {
  return (
    <>
      <Title order={2} size="h4">
        {nameOfVersion(after)} beside {nameOfVersion(before)}
      </Title>
      <Group align="flex-end">
        <Select
          label="Beside" size="sm" allowDeselect={false} value={nameOfVersion(before)}
          data={rows.map((row) => ({
            value: nameOfVersion(row),
            label: row.actor === 'config' ? nameOfVersion(row)
              : `${nameOfVersion(row)}, ${formatExact(row.createdAt)}`,
          }))}
          onChange={(name) => change({ before: name ?? undefined })}
        />
        {after.active ? null : <ApplyButton policy={after.body} label="Use this version again" />}
      </Group>
      <DiffView
        label="Lines that differ" before={formatPolicy(before.body).split('\n')}
        after={formatPolicy(after.body).split('\n')}
      />
    </>
  )
}
