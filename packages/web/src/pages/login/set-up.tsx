// A one-time link: the first account, an invitation, a forgotten password. Its token stands in the
// fragment, and leaves the address bar before anything else happens.

import { ApiProblem } from '@carom/client'
import { Anchor, Button, Code, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { NewPasswordField } from '../../parts/new-password-field.tsx'
import { takeFocus } from '../../parts/take-focus.ts'
import { Time } from '../../parts/time.tsx'
import { Door } from './door.tsx'

type Kind = 'setup' | 'invitation' | 'reset'

const TITLES: Readonly<Record<Kind, string>> = {
  setup: 'Make the first account', invitation: 'Welcome to Carom', reset: 'Choose a new password',
}

function readToken(): string {
  return globalThis.location.hash.slice(1)
}

/** The token of the link, kept by this page alone. */
function useToken(): string {
  const [token, setToken] = useState(readToken)
  useEffect(hideToken, [])
  useWindowEvent('hashchange', () => {
    if (readToken() === '') return
    setToken(readToken())
    hideToken()
  })
  return token
}

function hideToken(): void {
  globalThis.history.replaceState(globalThis.history.state, '', '/setup')
}

export function SetUp() {
  const token = useToken()
  const { data: link, error } = useQuery({
    queryKey: ['session', 'link', token], enabled: token !== '', retry: false, staleTime: Infinity,
    queryFn: () => answerOf(api.POST('/v1/setup/link', { body: { token } })),
  })
  if (token === '') return <NoToken />
  if (error !== null) return <Refused error={error} />
  if (link === undefined) return <Door title="Set up"><Skeleton h={230} /></Door>
  return (
    <Door
      title={TITLES[link.kind]}
      about={link.kind === 'setup'
        ? 'You will be an administrator: you see and do everything, and can add others.'
        : <>Your name here is <strong>{link.name}</strong>.</>}
    >
      <Form kind={link.kind} token={token} name={link.name ?? ''} />
      <Text size="xs" c="dimmed">The link works once; it ends <Time at={link.expiresAt} />.</Text>
    </Door>
  )
}

function Form({ kind, token, name: given }: {
  readonly kind: Kind; readonly token: string; readonly name: string
}) {
  const [name, setName] = useState(given)
  const [password, setPassword] = useState('')
  const use = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/setup', {
      body: { token, password, ...kind === 'setup' ? { name: name.trim() } : {} },
    })),
    onSuccess: () => globalThis.location.replace('/'),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    use.mutate()
  }
  return (
    <form onSubmit={submit} aria-label={TITLES[kind]}>
      <Stack gap="sm">
        {use.error === null ? null : <ErrorNotice error={use.error} />}
        <TextInput
          label="Name" value={name} required withAsterisk={false} readOnly={kind !== 'setup'}
          maxLength={64} autoComplete="username" autoCapitalize="none" spellCheck={false}
          pattern="[A-Za-z0-9][A-Za-z0-9._@+\-]*" title="Letters, digits and . _ @ + -"
          onChange={(event) => setName(event.currentTarget.value)}
          {...kind === 'setup'
            ? { description: 'Such as ann, or your address.', ref: takeFocus } : {}}
        />
        <NewPasswordField label="Password" value={password} onChange={setPassword} />
        <Button type="submit" loading={use.isPending || use.isSuccess}>
          {kind === 'setup' ? 'Make the account' : 'Save and sign in'}
        </Button>
      </Stack>
    </form>
  )
}

function NoToken() {
  return (
    <Door title="Open the link again">
      <Text size="sm">
        This page needs the whole link, with all that follows <Code>#</Code>. It is not kept when
        the page is loaded anew: open it where you got it.
      </Text>
      <Anchor href="/login" size="sm">I have an account: sign in</Anchor>
    </Door>
  )
}

function Refused({ error }: { readonly error: unknown }) {
  if (!(error instanceof ApiProblem) || error.code !== 'link-invalid') {
    return <Door title="Set up"><ErrorNotice error={error} /></Door>
  }
  return (
    <Door title="This link no longer works">
      <Text size="sm">
        It was used, is too old, or a newer one was made. For the first account, start the service
        again: it prints a new link. Otherwise ask an administrator for another one.
      </Text>
      <Anchor href="/login" size="sm">I have an account: sign in</Anchor>
    </Door>
  )
}
