// One uploaded list: how it shall be checked, how far that is, and what came of it.

import { Button, Group, Progress, Text } from '@mantine/core'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmButton } from '../../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../../parts/error-notice.tsx'
import { countOf, formatBytes, formatNumber } from '../../../parts/numbers.ts'
import { SafeText } from '../../../parts/safe-text.tsx'
import { Time } from '../../../parts/time.tsx'
import { Cleaned } from './cleaned.tsx'
import { Options } from './options.tsx'
import {
  cancel, isBusy, jobQuery, jobsQuery, remove, start, type CleanOptions, type ListJob,
} from './queries.ts'

export function OpenList({ job, onClose }: {
  readonly job: ListJob; readonly onClose: () => void
}) {
  const client = useQueryClient()
  const [isAgain, setAgain] = useState(false)
  const show = (next: ListJob): void => {
    client.setQueryData(jobQuery(job.id).queryKey, next)
  }
  const begin = useMutation({
    mutationFn: async (options: CleanOptions) => await start(job.id, options),
    onSuccess: (next) => {
      setAgain(false)
      show(next)
    },
  })
  const end = useMutation({ mutationFn: async () => await cancel(job.id), onSuccess: show })
  const drop = useMutation({
    mutationFn: async () => await remove(job.id),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: jobsQuery.queryKey, exact: true })
    },
  })
  const error = [begin, end, drop].find((one) => one.error !== null)?.error ?? null
  return (
    <>
      <Text size="sm">
        <b><SafeText text={job.name} /></b> ({formatBytes(job.bytes)}), deleted{' '}
        <Time at={job.expiresAt} />
      </Text>
      {error === null ? null : <ErrorNotice error={error} />}
      {isBusy(job) ? <Running job={job} end={end} />
        : job.state === 'done' && !isAgain
          ? <Cleaned job={job} onAgain={() => setAgain(true)} />
          : <Options job={job} isStarting={begin.isPending} onStart={begin.mutate} />}
      <Group gap="xs">
        <Button variant="default" size="compact-sm" onClick={onClose}>Choose another file</Button>
        <ConfirmButton
          size="compact-sm" variant="default" question="Delete the list and its results?"
          yes="Delete" onConfirm={() => drop.mutate()}
        >
          Delete now
        </ConfirmButton>
      </Group>
    </>
  )
}

function Running({ job: { rowsDone, rowsTotal, state }, end }: {
  readonly job: ListJob; readonly end: UseMutationResult<ListJob, Error, void>
}) {
  const share = rowsTotal === undefined || rowsTotal === 0 ? 0 : rowsDone / rowsTotal * 100
  return (
    <div>
      <Text size="sm" mb={4} role="status">
        {state === 'waiting' ? 'Waits until another list is checked.'
          : rowsTotal === undefined ? 'Counting rows …'
            : `${formatNumber(rowsDone)} of ${countOf(rowsTotal, 'row')} checked`}
      </Text>
      <Progress value={share} animated aria-label="Progress of the check" />
      <Group gap="sm" mt="xs">
        <Button
          size="compact-sm" variant="default" loading={end.isPending} onClick={() => end.mutate()}
        >
          Cancel
        </Button>
        <Text size="xs" c="dimmed">You may leave this page; the check goes on.</Text>
      </Group>
    </div>
  )
}
