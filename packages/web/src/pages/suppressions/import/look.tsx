// What would come of a file: which column is what, its first rows as they would be stored, and what
// is wrong with others.

import { ApiProblem } from '@carom/client'
import {
  Alert, Button, Group, Select, SimpleGrid, Skeleton, Text, TextInput, Title,
} from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorNotice } from '../../../parts/error-notice.tsx'
import { SafeText } from '../../../parts/safe-text.tsx'
import { Preview, tallyWords } from './preview.tsx'
import { tryImport, type ImportOptions } from './queries.ts'
import type { TableFile } from './table-file.ts'

/** Rows of the file say these, where it has a column for them. */
const FIELDS = [
  ['address', 'Address'], ['reason', 'Reason'], ['list', 'List'], ['createdAt', 'Since'],
  ['expiresAt', 'Until'], ['note', 'Note'],
] as const

const REASONS = [
  { value: 'manual', label: 'Decided by hand' }, { value: 'unsubscribe', label: 'Unsubscribed' },
  { value: 'complaint', label: 'Complained' }, { value: 'mailbox-unknown', label: 'Bounced (hard)' },
]

export function Look({ file, onImport, onOther }: {
  readonly file: TableFile
  readonly onImport: (options: ImportOptions, rows: number) => void
  readonly onOther: () => void
}) {
  const [options, setOptions] = useState<ImportOptions>({ mapping: {}, reason: 'manual', list: '' })
  const { data, error, isFetching } = useQuery({
    queryKey: ['import', file.id, options], placeholderData: keepPreviousData, gcTime: 0,
    queryFn: async () => await tryImport(file, options),
  })
  const isNameless = error instanceof ApiProblem && error.code === 'request-invalid' &&
    options.mapping['address'] === undefined && file.columns.length > 0
  const rows = data === undefined ? 0 : data.added + data.changed + data.unchanged
  return (
    <>
      <Text size="sm">File: <b><SafeText text={file.name} /></b></Text>
      {isNameless ? (
        <Alert color="yellow" py="xs" title="Which column holds the addresses?">
          Choose it below: no name of a column says so.
        </Alert>
      ) : null}
      <Columns file={file} options={options} used={data?.mapping ?? {}} onChange={setOptions} />
      {error === null || isNameless ? null : <ErrorNotice error={error} />}
      {data === undefined ? isFetching ? <Skeleton height={240} radius="md" /> : null : (
        <div aria-busy={isFetching}>
          <Title order={3} size="h6">What would come of it</Title>
          <Text size="sm" role="status">{tallyWords(data)}</Text>
          <Preview data={data} />
        </div>
      )}
      <Group gap="xs">
        <Button
          disabled={data === undefined || error !== null || isFetching || rows === 0}
          onClick={() => onImport(options, data?.read ?? 0)}
        >
          Import {data === undefined ? '' : tallyWords({ ...data, refused: 0, read: rows }, true)}
        </Button>
        <Button variant="default" onClick={onOther}>Choose another file</Button>
      </Group>
    </>
  )
}

function Columns({ file, options, used, onChange }: {
  readonly file: TableFile
  readonly options: ImportOptions
  /** As the service understood the file. */
  readonly used: Readonly<Record<string, string>>
  readonly onChange: (options: ImportOptions) => void
}) {
  const { mapping, reason, list } = options
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {file.columns.length < 2 && used['address'] === undefined ? null
        : FIELDS.map(([field, label]) => (
          <Select
            key={field} label={`Column: ${label.toLowerCase()}`} size="sm" placeholder="None"
            data={[...new Set(file.columns)]} value={mapping[field] ?? used[field] ?? null}
            required={field === 'address'} clearable={mapping[field] !== undefined}
            onChange={(column) => {
              const { [field]: _before, ...others } = mapping
              onChange({
                ...options, mapping: column === null ? others : { ...others, [field]: column },
              })
            }}
          />
        ))}
      <Select
        label="Reason of rows that say none" data={REASONS} value={reason} size="sm"
        allowDeselect={false}
        onChange={(value) => onChange({ ...options, reason: value ?? 'manual' })}
      />
      <TextInput
        label="List of rows that say none" placeholder="All lists" size="sm" maxLength={500}
        value={list} onChange={(event) => onChange({ ...options, list: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
