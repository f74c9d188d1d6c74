// Somebody new: a name and a role; the password is chosen by the person, through a link.

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Section } from '../../parts/section.tsx'
import { takeFocus } from '../../parts/take-focus.ts'
import { LinkNotice } from './link-notice.tsx'
import type { Role } from './queries.ts'
import { RoleChoice } from './role-choice.tsx'

export function AddUser({ onDone }: { readonly onDone: () => void }) {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const add = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/users', { body: { name: name.trim(), role } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate()
  }
  if (add.data?.link !== undefined) {
    return <LinkNotice name={name.trim()} link={add.data.link} onDone={onDone} />
  }
  return (
    <Section title="Add a user">
      <form onSubmit={submit} aria-label="Add a user">
        <Stack gap="sm" maw={520}>
          {add.error === null ? null : <ErrorNotice error={add.error} />}
          <TextInput
            label="Name" description="To sign in with, such as ann or ann@example.com."
            value={name} required withAsterisk={false} maxLength={64} autoComplete="off"
            autoCapitalize="none" spellCheck={false} pattern="[A-Za-z0-9][A-Za-z0-9._@+\-]*"
            title="Letters, digits and . _ @ + -" ref={takeFocus}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RoleChoice value={role} onChange={setRole} />
          <Group>
            <Button type="submit" loading={add.isPending}>Add and make a link</Button>
            <Button variant="subtle" onClick={onDone}>Cancel</Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
