// Another password.

import { Button, Group, PasswordInput, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answerOf, api, setCsrfToken } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { NewPasswordField } from '../../parts/new-password-field.tsx'
import { Section } from '../../parts/section.tsx'
import type { Account } from './queries.ts'

export function Password({ user }: { readonly user: Account }) {
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/users/me/password', {
      body: { password, ...user.hasPassword ? { current } : {} },
    })),
    async onSuccess({ csrf }) {
      // All sessions ended; this browser has a new one.
      setCsrfToken(csrf)
      setCurrent('')
      setPassword('')
      await client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <Section title="Password" about="Changing it signs you out everywhere else.">
      <form onSubmit={submit} aria-label="Change the password">
        <Stack gap="sm" maw={420}>
          {change.error === null ? null : <ErrorNotice error={change.error} />}
          <VisuallyHidden>
            <input
              type="text" value={user.name} autoComplete="username" readOnly tabIndex={-1}
              aria-hidden
            />
          </VisuallyHidden>
          {user.hasPassword ? (
            <PasswordInput
              label="Present password" value={current} required withAsterisk={false}
              autoComplete="current-password" maxLength={256}
              onChange={(event) => setCurrent(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the present password' }}
            />
          ) : null}
          <NewPasswordField label="New password" value={password} onChange={setPassword} />
          <Group gap="sm">
            <Button type="submit" loading={change.isPending}>
              {user.hasPassword ? 'Change the password' : 'Set a password'}
            </Button>
            <Text size="sm" role="status">{change.isSuccess ? 'It is changed.' : ''}</Text>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
