// Lets mail go to an address again. What the person decided – a complaint, an unsubscription – is
// lifted by the person, or by hand with more said.

import { Alert, Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { LiftBody } from '../api/changes.ts'
import { ErrorNotice } from './error-notice.tsx'
import { titleOf } from './reason-name.tsx'

/** Reasons that are the person's own. */
const OF_PERSONS: ReadonlySet<string> = new Set(['complaint', 'unsubscribe'])

export type LiftFormProps = {
  readonly address: string
  readonly list: string
  readonly reason: string
  readonly error: unknown
  readonly isPending: boolean
  readonly onSubmit: (body: LiftBody) => void
  readonly onCancel: () => void
}

export function LiftForm(props: LiftFormProps) {
  const { address, list, reason, error, isPending, onSubmit, onCancel } = props
  const isOfPerson = OF_PERSONS.has(reason)
  const [note, setNote] = useState('')
  const [by, setBy] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit({
      address, by: by === 'self-service' ? 'self-service' : 'manual',
      ...(list === '' ? {} : { list }), ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(by === 'force' ? { force: true } : {}),
    })
  }
  return (
    <form onSubmit={submit} aria-label={`Lift ${address}`}>
      <Stack gap="sm">
        {isOfPerson ? <PersonsOwn reason={reason} by={by} onChange={setBy} /> : null}
        <TextInput
          label="Why it is lifted" required={isOfPerson} value={note} maxLength={500}
          description="It stands in the history of the address."
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {error === null || error === undefined ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={isPending} disabled={isOfPerson && by === ''}>Lift</Button>
          <Button variant="default" onClick={onCancel}>Cancel</Button>
        </Group>
      </Stack>
    </form>
  )
}

function PersonsOwn({ reason, by, onChange }: {
  readonly reason: string; readonly by: string; readonly onChange: (by: string) => void
}) {
  return (
    <>
      <Alert
        color="yellow" icon={<IconAlertTriangle size={20} />} py="xs"
        title={`${titleOf(reason)}: the person does not want this mail`}
      >
        Writing to them again may be against the law, and costs your reputation with their provider.
      </Alert>
      <Radio.Group label="Who wants it lifted?" value={by} onChange={onChange} required>
        <Stack gap={6} mt={4}>
          <Radio value="self-service" label="The person asked for it, and I can prove that" />
          <Radio value="force" label="It was entered by mistake: lift it all the same" />
        </Stack>
      </Radio.Group>
    </>
  )
}
