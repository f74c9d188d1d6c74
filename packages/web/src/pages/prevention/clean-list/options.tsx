// How a list shall be checked: which column is what, what is looked up, what stays. Beside it the
// first rows of the list.

import {
  Alert, Button, Checkbox, Group, Select, SimpleGrid, Table, Text, TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { SafeText } from '../../../parts/safe-text.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import type { CleanOptions, ListJob } from './queries.ts'

/** The fields that may be left empty are then undefined. */
type Draft = Pick<CleanOptions, 'dns' | 'keep'> & {
  readonly [Name in Exclude<keyof CleanOptions, 'dns' | 'keep'>]?: CleanOptions[Name] | undefined
}
type Column = 'address' | 'confirmed' | 'active'

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['address', 'Column: address'], ['confirmed', 'Column: confirmed'],
  ['active', 'Column: last sign of life'],
]
const STATUSES = [
  ['good', 'Good'], ['unknown', 'Unknown'], ['risky', 'Risky'], ['bad', 'Bad'],
] as const
const PREVIEW_COLUMNS = 12

export function Options({ job, isStarting, onStart }: {
  readonly job: ListJob; readonly isStarting: boolean
  readonly onStart: (options: CleanOptions) => void
}) {
  const { look, problem } = job
  const [draft, setDraft] = useState<Draft>(
    job.options ?? { ...look.places, dns: true, keep: ['good', 'unknown'] })
  const { address } = draft
  const change = (next: Partial<Draft>): void => setDraft((before) => ({ ...before, ...next }))
  return (
    <>
      {problem === undefined ? null
        : <Alert color="red" title="The check broke off" role="alert">{problem}</Alert>}
      {address === undefined ? (
        <Alert color="yellow" py="xs" title="Which column holds the addresses?">
          Choose it below: nothing in the list says so.
        </Alert>
      ) : null}
      <Columns job={job} draft={draft} change={change} />
      <Preview job={job} address={address} />
      <Checkbox
        label="Look up the domains" checked={draft.dns}
        description="Asks the DNS whether they take mail. Nothing is sent to anybody."
        onChange={(event) => change({ dns: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label="Rows that stay in the cleaned list" value={[...draft.keep]}
        onChange={(keep) => change({ keep: keep as CleanOptions['keep'] })}
      >
        <Group gap="md" mt={4}>
          {STATUSES.map(([value, label]) => <Checkbox key={value} value={value} label={label} />)}
        </Group>
      </Checkbox.Group>
      <div>
        <Button
          loading={isStarting} disabled={address === undefined || draft.keep.length === 0}
          onClick={() => { if (address !== undefined) onStart(complete({ ...draft, address })) }}
        >
          Check the list
        </Button>
      </div>
    </>
  )
}

function complete(
  { address, dns, keep, ...rest }: Draft & { readonly address: number },
): CleanOptions {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...given, address, dns, keep }
}

function Columns({ job: { look }, draft, change }: {
  readonly job: ListJob; readonly draft: Draft; readonly change: (next: Partial<Draft>) => void
}) {
  const names = look.columns.map((name, i) => ({ value: String(i), label: name }))
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {COLUMNS.map(([column, label]) => (
        <Select
          key={column} label={label} size="sm" placeholder="None" data={names}
          value={draft[column] === undefined ? null : String(draft[column])}
          clearable={column !== 'address'} allowDeselect={column !== 'address'}
          required={column === 'address'}
          onChange={(at) => change({ [column]: at === null ? undefined : Number(at) })}
        />
      ))}
      <TextInput
        label="List whose own suppressions count too" placeholder="None" size="sm" maxLength={500}
        value={draft.list ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ list: value === '' ? undefined : value })}
      />
    </SimpleGrid>
  )
}

function Preview({ job: { look }, address }: {
  readonly job: ListJob; readonly address: number | undefined
}) {
  const shown = look.columns.slice(0, PREVIEW_COLUMNS).map((name, place) => ({ place, name }))
  const rows = look.rows.map((cells, number) => ({ number, cells }))
  return (
    <div>
      <WideTable label="The first rows" minWidth={Math.max(300, shown.length * 130)}>
        <Table.Thead>
          <Table.Tr>
            {shown.map(({ place, name }) => (
              <Table.Th key={place}>
                <SafeText text={name} />
                {place === address ? <Text size="xs" c="dimmed">the address</Text> : null}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ number, cells }) => (
            <Table.Tr key={number}>
              {shown.map(({ place }) => (
                <Table.Td key={place} fw={place === address ? 700 : 400}>
                  <SafeText text={cells[place] ?? ''} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {shown.length === look.columns.length ? null : (
        <Text size="xs" c="dimmed">The first {shown.length} of {look.columns.length} columns.</Text>
      )}
    </div>
  )
}
