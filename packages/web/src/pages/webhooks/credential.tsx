// What proves to a sending system who asks: typed in, and never shown again.

import { Button, Group, PasswordInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'

export function CredentialField({ label = 'Credential', about, value, onChange }: {
  readonly label?: string
  readonly about: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <PasswordInput
      label={label} description={`${about}. It is never shown again.`} value={value} required
      withAsterisk={false} maxLength={1000} autoComplete="off" spellCheck={false}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

/** In place of the one before. */
export function NewCredential({ about, isPending, onChange }: {
  readonly about: string
  readonly isPending: boolean
  readonly onChange: (credential: string, onDone: () => void) => void
}) {
  const [value, setValue] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChange(value.trim(), () => setValue(''))
  }
  return (
    <form onSubmit={submit} aria-label="New credential">
      <CredentialField label="New credential" about={about} value={value} onChange={setValue} />
      <Group mt="xs">
        <Button
          type="submit" variant="default" size="compact-sm" loading={isPending}
          disabled={value.trim() === ''}
        >
          Check and keep
        </Button>
      </Group>
    </form>
  )
}
