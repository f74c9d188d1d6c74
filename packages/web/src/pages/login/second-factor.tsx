// The second step of signing in: a code of an app, a recovery code, or a passkey.

import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { takeFocus } from '../../parts/take-focus.ts'
import { askForPasskey, signInWithPassword, type Credentials } from './queries.ts'
import { SignInProblem } from './sign-in-problem.tsx'

export function SecondFactor({ credentials, factors, onDone, onBack }: {
  readonly credentials: Credentials
  readonly factors: readonly string[]
  readonly onDone: () => void
  readonly onBack: () => void
}) {
  const [code, setCode] = useState('')
  const byCode = useMutation({
    mutationFn: () => signInWithPassword(credentials, { code: code.trim() }),
    onSuccess: onDone, onError: () => setCode(''),
  })
  const byPasskey = useMutation({
    mutationFn: async () => signInWithPassword(credentials, { passkey: await askForPasskey() }),
    onSuccess: onDone,
  })
  const hasApp = factors.includes('totp')
  const error = byCode.error ?? byPasskey.error
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    byPasskey.reset()
    byCode.mutate()
  }
  return (
    <form onSubmit={submit} aria-label="Second step">
      <Stack gap="sm">
        {error === null ? null : <SignInProblem error={error} />}
        {factors.includes('passkey') ? (
          <Button
            variant="default" leftSection={<IconFingerprint size={18} />}
            loading={byPasskey.isPending} onClick={() => { byCode.reset(); byPasskey.mutate() }}
          >
            Use a passkey
          </Button>
        ) : null}
        <TextInput
          label={hasApp ? 'Code of your authenticator app' : 'Recovery code'} value={code} required
          withAsterisk={false}
          ref={takeFocus} autoComplete="one-time-code" maxLength={40} spellCheck={false}
          inputMode={hasApp ? 'numeric' : 'text'} autoCapitalize="none"
          description={hasApp ? 'Six digits. A recovery code does, too.'
            : 'One of those that you kept; each counts once.'}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={byCode.isPending || byCode.isSuccess}>Go on</Button>
        <Group justify="space-between">
          <Text size="sm" c="dimmed">Signing in as {credentials.name}</Text>
          <Anchor component="button" type="button" size="sm" onClick={onBack}>Go back</Anchor>
        </Group>
      </Stack>
    </form>
  )
}
