// Stops mail to an address by hand: why, for which list, until when.

import { Button, Group, SimpleGrid, Select, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { SuppressBody } from '../api/changes.ts'
import { ErrorNotice } from './error-notice.tsx'

const REASONS = [
  { value: 'manual', label: 'Decided by hand' },
  { value: 'unsubscribe', label: 'Asked to be unsubscribed' },
  { value: 'complaint', label: 'Complained about the mail' },
  { value: 'mailbox-unknown', label: 'No such mailbox' },
  { value: 'mailbox-disabled', label: 'Mailbox switched off' },
]

/** These are lifted by the person alone, or with more said. */
const OF_PERSONS: ReadonlySet<string> = new Set(['unsubscribe', 'complaint'])

export function SuppressForm({ address: known, error, isPending, onSubmit, onCancel }: {
  /** Absent: it is asked for. */
  readonly address?: string
  readonly error: unknown
  readonly isPending: boolean
  readonly onSubmit: (body: SuppressBody) => void
  readonly onCancel: () => void
}) {
  const [address, setAddress] = useState(known ?? '')
  const [reason, setReason] = useState('manual')
  const [list, setList] = useState('')
  const [until, setUntil] = useState('')
  const [note, setNote] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit({
      address: address.trim(), reason, origin: OF_PERSONS.has(reason) ? reason : 'manual',
      ...(list.trim() === '' ? {} : { list: list.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(until === '' ? {} : { expiresAt: new Date(`${until}T00:00`).toISOString() }),
    })
  }
  return (
    <form onSubmit={submit} aria-label="Suppress an address">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {known !== undefined ? null : (
          <TextInput
            label="Address" required value={address} maxLength={320}
            placeholder="ann@example.org, or @example.org for a whole domain"
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        )}
        <Select
          label="Why" data={REASONS} value={reason} allowDeselect={false}
          onChange={(value) => setReason(value ?? 'manual')}
        />
        <TextInput
          label="List" placeholder="All lists" value={list} maxLength={500}
          onChange={(event) => setList(event.currentTarget.value)}
        />
        <TextInput
          type="date" label="Until" description="Empty: until it is lifted" value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <TextInput
          label="Note" placeholder="Who said so, where" value={note} maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </SimpleGrid>
      {OF_PERSONS.has(reason) ? (
        <Text size="xs" c="dimmed" mt={4}>
          It is what the person wants, so that lifting it asks for more than a press.
        </Text>
      ) : null}
      {error === null || error === undefined ? null : <ErrorNotice error={error} />}
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={isPending}>Suppress</Button>
        <Button variant="default" onClick={onCancel}>Cancel</Button>
      </Group>
    </form>
  )
}
