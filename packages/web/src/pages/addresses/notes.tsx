// Notes about an address: written, read in its life, taken back.

import { Button, Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { AuditLine } from '../../parts/audit-line.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { tellDone, tellFailed } from '../../parts/undo-notice.tsx'
import { useRefresh } from './queries.ts'

export function WriteNote({ address, onDone }: {
  readonly address: string; readonly onDone: () => void
}) {
  const [text, setText] = useState('')
  const refresh = useRefresh(address)
  const { takeBack } = useTakeBack(address)
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => await answerOf(api.POST('/v1/addresses/{address}/notes', {
      params: { path: { address } }, body: { text: text.trim() },
    })),
    onSuccess: async ({ id }) => {
      onDone()
      await refresh()
      tellDone('The note stands in the history.', () => takeBack(id))
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    mutate()
  }
  return (
    <form onSubmit={submit} aria-label="Write a note">
      <TextInput
        label="Note" required value={text} maxLength={500}
        description="Everybody who may look here reads it. Taken back, it stays in the history."
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={isPending}>Keep the note</Button>
        <Button variant="default" onClick={onDone}>Cancel</Button>
      </Group>
    </form>
  )
}

/** A note as it stands in the history. */
export function NoteLine({ row, isTakenBack }: {
  readonly row: Schema<'Audit'>; readonly isTakenBack: boolean
}) {
  const { takeBack, isPending } = useTakeBack(row.address)
  const mayTakeBack = useMay('operator') && !isTakenBack
  return (
    <AuditLine
      row={row} isTakenBack={isTakenBack}
      action={mayTakeBack ? (
        <Button
          size="compact-sm" variant="default" mt={4} loading={isPending}
          onClick={() => takeBack(row.seq)}
        >
          Take the note back
        </Button>
      ) : null}
    />
  )
}

function useTakeBack(address: string) {
  const refresh = useRefresh(address)
  const { mutate: takeBack, isPending } = useMutation({
    mutationFn: async (id: number) => await answerOf(
      api.DELETE('/v1/addresses/{address}/notes/{id}', { params: { path: { address, id } } })),
    onSuccess: async () => {
      await refresh()
      tellDone('The note is taken back.')
    },
    onError: ({ message }) => tellFailed(message),
  })
  return { takeBack, isPending }
}
