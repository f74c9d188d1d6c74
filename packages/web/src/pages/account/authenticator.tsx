// The second step by codes of an app (RFC 6238).

import { Badge, Button, Group, Image, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Opened } from '../../parts/opened.tsx'
import { Section } from '../../parts/section.tsx'
import { focusAgain } from '../../parts/take-focus.ts'
import type { Account } from './queries.ts'
import { FreshCodes } from './recovery-codes.tsx'

export function Authenticator({ user }: { readonly user: Account }) {
  const client = useQueryClient()
  const [codes, setCodes] = useState<readonly string[]>()
  const begin = useMutation({ mutationFn: () => answerOf(api.POST('/v1/users/me/totp')) })
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/users/me/totp')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account'] }),
  })
  const confirmed = async (made: readonly string[]): Promise<void> => {
    setCodes(made)
    begin.reset()
    await client.invalidateQueries({ queryKey: ['account'] })
  }
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    begin.reset()
    // It lost the focus while it was waiting.
    focusAgain(opener.current)
  }
  const error = begin.error ?? remove.error
  return (
    <Section
      title="Authenticator app"
      about="A code of an app on your phone, beside the password: who knows the password alone does
        not get in."
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {codes === undefined ? null
        : <FreshCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {user.hasTotp ? (
        <Group>
          <Badge color="teal" variant="light" tt="none">On</Badge>
          <ConfirmButton
            size="compact-sm" variant="default" yes="Do without it"
            question="Sign in by password alone from now on?" onConfirm={() => remove.mutate()}
          >
            Do without it
          </ConfirmButton>
        </Group>
      ) : (
        <>
          <Group>
            <Button
              ref={opener} variant="default" loading={begin.isPending}
              onClick={() => begin.data === undefined ? begin.mutate() : close()}
              aria-expanded={begin.data !== undefined}
            >
              Set up an app
            </Button>
          </Group>
          {begin.data === undefined ? null : (
            <Opened onClose={close}>
              <Confirm {...begin.data} onConfirmed={confirmed} onCancel={close} />
            </Opened>
          )}
        </>
      )}
    </Section>
  )
}

function Confirm({ secret, qrSvg, onConfirmed, onCancel }: {
  readonly secret: string
  readonly qrSvg: string
  readonly onConfirmed: (codes: readonly string[]) => Promise<void>
  readonly onCancel: () => void
}) {
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/v1/users/me/totp/confirm', { body: { code: code.trim() } })),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    confirm.mutate()
  }
  return (
    <Group align="flex-start" gap="lg">
      <Image
        src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} alt="QR code for your app"
        w={200} h={200} p={8} bg="white" radius="md"
      />
      <form onSubmit={submit} aria-label="Confirm the app">
        <Stack gap="sm" maw={360}>
          <Text size="sm">
            Scan the picture with an app such as Aegis, 2FAS, FreeOTP or a password manager, then
            type the code that it shows.
          </Text>
          <CopyField label="Or type this secret into the app" value={secret} />
          {confirm.error === null ? null : <ErrorNotice error={confirm.error} />}
          <TextInput
            label="Code of the app" value={code} required withAsterisk={false} inputMode="numeric"
            maxLength={10} autoComplete="one-time-code"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={confirm.isPending}>Turn it on</Button>
            <Button variant="subtle" onClick={onCancel}>Cancel</Button>
          </Group>
        </Stack>
      </form>
    </Group>
  )
}
