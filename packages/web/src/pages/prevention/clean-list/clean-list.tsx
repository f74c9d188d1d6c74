// Clean a list: a file is chosen, looked at, checked by the service, and fetched without what is
// better not mailed. Its address names the list, so that a page that is opened again shows it.

import { ApiProblem } from '@carom/client'
import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SearchWords } from '../../../app/search.ts'
import { useMay } from '../../../app/session.ts'
import { NEEDS_OPERATOR } from '../../../parts/action-button.tsx'
import { ChooseFile } from '../../../parts/choose-file.tsx'
import { ErrorNotice } from '../../../parts/error-notice.tsx'
import { formatBytes } from '../../../parts/numbers.ts'
import { SafeText } from '../../../parts/safe-text.tsx'
import { Section } from '../../../parts/section.tsx'
import { OpenList } from './open-list.tsx'
import { jobQuery, jobsQuery, upload } from './queries.ts'

type Props = {
  readonly words: SearchWords; readonly change: (words: SearchWords) => void
}

export function CleanList({ words, change }: Props) {
  const id = words['list']
  const may = useMay('operator')
  return (
    <Section
      title="Clean a list"
      about="Rows that would bounce, or are better not mailed, are found before anything is sent."
    >
      {!may ? <Text size="sm" c="dimmed">{NEEDS_OPERATOR}</Text>
        : id === undefined ? <Choose onOpen={(list) => change({ list })} />
          : <Opened key={id} id={id} onClose={() => change({ list: undefined })} />}
    </Section>
  )
}

function Choose({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const client = useQueryClient()
  const [sending, setSending] = useState<{ readonly file: File; readonly abort: AbortController }>()
  const { mutate, error, isPending } = useMutation({
    mutationFn: async ({ file, abort }: NonNullable<typeof sending>) =>
      await upload(file, abort.signal),
    onSuccess: (job) => {
      client.setQueryData(jobQuery(job.id).queryKey, job)
      onOpen(job.id)
    },
    onSettled: async () =>
      await client.invalidateQueries({ queryKey: jobsQuery.queryKey, exact: true }),
  })
  const send = (file: File): void => {
    const next = { file, abort: new AbortController() }
    setSending(next)
    mutate(next)
  }
  const isGivenUp = sending?.abort.signal.aborted === true
  return (
    <>
      <ChooseFile accept=".csv,.txt,.tsv" onChoose={send} isReading={isPending}>
        CSV with comma, semicolon or tab, or one address per line, as large as it is. The list is
        kept by the service alone and deleted by itself.
      </ChooseFile>
      {!isPending || sending === undefined ? null : (
        <Group gap="sm" role="status">
          <Text size="sm">
            Uploading <SafeText text={sending.file.name} /> ({formatBytes(sending.file.size)}) …
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => sending.abort.abort()}>
            Cancel
          </Button>
        </Group>
      )}
      {error === null || isGivenUp ? null : <ErrorNotice error={error} />}
      <Recent onOpen={onOpen} />
    </>
  )
}

function Recent({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { data = [] } = useQuery(jobsQuery)
  if (data.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label="Uploaded lists">
      <Text size="sm">Uploaded before:</Text>
      {data.map(({ id, name }) => (
        <Button key={id} size="compact-sm" variant="default" onClick={() => onOpen(id)}>
          <SafeText text={name} />
        </Button>
      ))}
    </Group>
  )
}

function Opened({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error } = useQuery(jobQuery(id))
  if (data !== undefined && error === null) return <OpenList job={data} onClose={onClose} />
  if (error === null) return null
  const isGone = error instanceof ApiProblem && error.status === 404
  return (
    <>
      {isGone ? <Alert color="yellow" title="This list has been deleted">Upload it again.</Alert>
        : <ErrorNotice error={error} />}
      <div><Button variant="default" onClick={onClose}>Choose a file</Button></div>
    </>
  )
}
