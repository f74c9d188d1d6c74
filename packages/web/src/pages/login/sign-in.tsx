// Signing in: by password, by passkey, by an identity provider, and with a second factor.

import { ApiProblem } from '@carom/client'
import {
  Alert, Button, Code, Divider, PasswordInput, Skeleton, Stack, TextInput,
} from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { sessionQuery } from '../../app/session.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { takeFocus } from '../../parts/take-focus.ts'
import { Door } from './door.tsx'
import { readOwnPath } from './own-path.ts'
import { methodsQuery, signInWithPasskey, signInWithPassword, type Credentials } from './queries.ts'
import { SecondFactor } from './second-factor.tsx'
import { ComingBackProblem, SignInProblem } from './sign-in-problem.tsx'

export function SignIn() {
  const [{ next, problem }] = useSearchWords()
  const { data: methods, error } = useQuery(methodsQuery)
  const { data: session } = useQuery(sessionQuery)
  const path = readOwnPath(next, globalThis.location.origin)
  const again = session === undefined || session === null ? undefined
    : `You are signed in as ${session.name}. To go on, show once more that it is you.`
  if (error !== null) return <Door title="Sign in"><ErrorNotice error={error} /></Door>
  if (methods === undefined) return <Door title="Sign in"><Skeleton h={230} /></Door>
  if (methods.setupNeeded) return <NoAccount />
  return (
    <Door title={again === undefined ? 'Sign in' : 'Sign in again'} about={again}>
      {problem === undefined ? null : <ComingBackProblem code={problem} />}
      <PasswordSignIn path={path} name={session?.name ?? ''} />
      {methods.passkey || methods.oidc !== undefined
        ? <Divider label="or" labelPosition="center" /> : null}
      {methods.passkey ? <PasskeySignIn path={path} /> : null}
      {methods.oidc === undefined ? null : (
        <Button
          component="a" variant="default"
          href={`/v1/session/oidc?next=${encodeURIComponent(path)}`}
        >
          {methods.oidc.label}
        </Button>
      )}
    </Door>
  )
}

/** Anew from the start: nothing of what was shown before stays in memory. */
function enter(path: string): void {
  globalThis.location.replace(path)
}

function PasswordSignIn({ path, name }: { readonly path: string; readonly name: string }) {
  const [credentials, setCredentials] = useState<Credentials>({ name, password: '' })
  const [factors, setFactors] = useState<readonly string[]>()
  const signIn = useMutation({
    mutationFn: () => signInWithPassword(credentials),
    onSuccess: () => enter(path),
    onError: (error) => {
      const isHalf = error instanceof ApiProblem && error.code === 'second-factor-needed'
      if (isHalf) setFactors(error.factors)
    },
  })
  if (factors !== undefined) {
    return (
      <SecondFactor
        credentials={credentials} factors={factors} onDone={() => enter(path)}
        onBack={() => { setFactors(undefined); signIn.reset() }}
      />
    )
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <form onSubmit={submit} aria-label="Sign in by password">
      <Stack gap="sm">
        {signIn.error === null ? null : <SignInProblem error={signIn.error} />}
        <TextInput
          label="Name" value={credentials.name} required withAsterisk={false}
          autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64}
          {...name === '' ? { ref: takeFocus } : {}}
          onChange={({ currentTarget: { value } }) =>
            setCredentials((before) => ({ ...before, name: value }))}
        />
        <PasswordInput
          label="Password" value={credentials.password} required withAsterisk={false}
          maxLength={256} autoComplete="current-password"
          {...name === '' ? {} : { ref: takeFocus }}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          onChange={({ currentTarget: { value } }) =>
            setCredentials((before) => ({ ...before, password: value }))}
        />
        <Button type="submit" loading={signIn.isPending || signIn.isSuccess}>Sign in</Button>
      </Stack>
    </form>
  )
}

function PasskeySignIn({ path }: { readonly path: string }) {
  const signIn = useMutation({ mutationFn: signInWithPasskey, onSuccess: () => enter(path) })
  return (
    <Stack gap="sm">
      {signIn.error === null ? null : <SignInProblem error={signIn.error} />}
      <Button
        variant="default" leftSection={<IconFingerprint size={18} />}
        loading={signIn.isPending || signIn.isSuccess} onClick={() => signIn.mutate()}
      >
        Sign in with a passkey
      </Button>
    </Stack>
  )
}

function NoAccount() {
  return (
    <Door title="There is no account yet">
      <Alert color="cyan" title="Open the link that the service printed" role="status">
        When it starts, <Code>carom serve</Code> prints a link in its terminal or log that ends
        in <Code>/setup#…</Code>. It works once. Start the service again for a new one.
      </Alert>
    </Door>
  )
}
