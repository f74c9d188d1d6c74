// The import of a list that another system kept: choose a file, look at what would come of it, do
// it.

import { Alert, Progress, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ChooseFile } from '../../../parts/choose-file.tsx'
import { ErrorNotice } from '../../../parts/error-notice.tsx'
import { formatNumber } from '../../../parts/numbers.ts'
import { PaneFrame } from '../../../parts/side-pane.tsx'
import { Look } from './look.tsx'
import { runImport, type ImportOptions, type Tally } from './queries.ts'
import { Result } from './result.tsx'
import { readTableFile, type TableFile } from './table-file.ts'

export function Import({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<TableFile>()
  const choose = useMutation({
    mutationFn: readTableFile, onSuccess: setFile, onMutate: () => setFile(undefined),
  })
  return (
    <PaneFrame title="Import suppressions" name="Import suppressions" onClose={onClose}>
      <Stack gap="md">
        {file === undefined ? (
          <ChooseFile
            accept=".csv,.txt,.tsv,.json,.ndjson,.jsonl" onChoose={choose.mutate}
            isReading={choose.isPending}
          >
            The export of another system, as it is: CSV with comma, semicolon or tab, JSON, or one
            address per line. Nothing is stored before you have seen what would come of it.
          </ChooseFile>
        ) : null}
        {choose.error === null ? null : (
          <Alert color="red" title="This file cannot be read" role="alert">
            {choose.error.message}
          </Alert>
        )}
        {file === undefined
          ? null : <Chosen key={file.id} file={file} onOther={() => setFile(undefined)} />}
      </Stack>
    </PaneFrame>
  )
}

type Work = { readonly options: ImportOptions; readonly rows: number }

function Chosen({ file, onOther }: { readonly file: TableFile; readonly onOther: () => void }) {
  const client = useQueryClient()
  const [tally, setTally] = useState<Tally>()
  const [rows, setRows] = useState(0)
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (work: Work) => await runImport(file, work.options, setTally),
    onSettled: async () => await client.invalidateQueries({ queryKey: ['suppressions'] }),
  })
  if (data !== undefined) return <Result file={file} result={data} onOther={onOther} />
  if (isPending) return <Running read={tally?.read ?? 0} rows={rows} />
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} />}
      <Look
        file={file} onOther={onOther}
        onImport={(options, count) => {
          setRows(count)
          mutate({ options, rows: count })
        }}
      />
    </>
  )
}

function Running({ read, rows }: { readonly read: number; readonly rows: number }) {
  const share = rows === 0 ? 0 : (read / rows) * 100
  return (
    <div role="status">
      <Text size="sm" mb={4}>
        Importing: {formatNumber(read)} of {formatNumber(rows)} rows
      </Text>
      <Progress value={share} animated aria-label="Progress of the import" />
      <Text size="xs" c="dimmed" mt={4}>
        Leave this page open. What has been stored stays stored.
      </Text>
    </div>
  )
}
