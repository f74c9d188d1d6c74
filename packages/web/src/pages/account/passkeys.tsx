// Passkeys: signing in with a fingerprint, a face, a PIN or a key (WebAuthn 3).

import {
  Button, Group, Skeleton, Stack, Table, Text, TextInput, VisuallyHidden,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { toPasskeyProblem } from '../../parts/passkey-problem.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { methodsQuery, passkeysQuery } from './queries.ts'
import { FreshCodes } from './recovery-codes.tsx'

export function Passkeys() {
  const client = useQueryClient()
  const { data, error } = useQuery(passkeysQuery)
  const { data: methods } = useQuery(methodsQuery)
  const remove = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/v1/users/me/passkeys/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account'] }),
  })
  const problem = error ?? remove.error
  return (
    <Section
      title="Passkeys"
      about="Sign in with a fingerprint, a face, a PIN or a security key, without typing. Nobody can
        ask you for it on a wrong page."
    >
      {problem === null ? null : <ErrorNotice error={problem} />}
      {data === undefined ? <Skeleton h={60} /> : data.length === 0 ? null : (
        <WideTable label="Passkeys" minWidth={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th><Table.Th>Kept</Table.Th><Table.Th>Last used</Table.Th>
              <Table.Th><VisuallyHidden>Actions</VisuallyHidden></Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ id, name, backedUp, lastUsedAt }) => (
              <Table.Tr key={id}>
                <Table.Td><SafeText text={name} /></Table.Td>
                <Table.Td>{backedUp ? 'On all your devices' : 'On one device'}</Table.Td>
                <Table.Td>
                  {lastUsedAt === undefined ? 'Never' : <Time at={lastUsedAt} />}
                </Table.Td>
                <Table.Td ta="right">
                  <ConfirmButton
                    size="compact-sm" variant="default" yes="Remove"
                    question="It no longer signs you in?" onConfirm={() => remove.mutate(id)}
                  >
                    Remove
                  </ConfirmButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      {methods?.passkey === false ? (
        <Text size="sm" c="dimmed">
          Browsers use passkeys only at a name with https, or at localhost: set
          {' '}<code>http.publicUrl</code>, or open Carom at its name.
        </Text>
      ) : <Add />}
    </Section>
  )
}

function Add() {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [codes, setCodes] = useState<readonly string[]>()
  const add = useMutation({
    mutationFn: () => register(name.trim()),
    async onSuccess({ recoveryCodes }) {
      setName('')
      setCodes(recoveryCodes)
      await client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <Stack gap="sm">
      {codes === undefined ? null
        : <FreshCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {add.error === null ? null : <ErrorNotice error={add.error} />}
      <form onSubmit={submit} aria-label="Add a passkey">
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Name of the device or key" value={name} required withAsterisk={false}
            maxLength={100} placeholder="Phone"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending}>Add a passkey</Button>
        </Group>
      </form>
    </Stack>
  )
}

async function register(name: string) {
  const options = await answerOf(api.POST('/v1/users/me/passkeys/options'))
  const { startRegistration } = await import('@simplewebauthn/browser')
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
  const response = await startRegistration({ optionsJSON: options as unknown as Options })
    .catch((error: unknown) => { throw toPasskeyProblem(error) })
  return await answerOf(api.POST('/v1/users/me/passkeys', {
    body: { name, response: { ...response } },
  }))
}
