// Connects a mailbox: an IMAP account, or a Maildir on the machine of the service.

import {
  Button, Group, NumberInput, Paper, PasswordInput, SegmentedControl, Select, Stack, TagsInput,
  Text, TextInput, Title,
} from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { tellDone } from '../../parts/undo-notice.tsx'
import type { Mailbox } from './queries.ts'

const PORTS = { tls: 993, starttls: 143, plain: 143 } as const
type Security = keyof typeof PORTS

const KINDS = [
  { value: 'imap', label: 'IMAP account' }, { value: 'maildir', label: 'Maildir' },
] as const

const EMPTY = {
  kind: 'imap' as 'imap' | 'maildir', name: '', addresses: [] as string[], bouncedFolder: 'Bounced',
  host: '', port: '' as number | '', security: 'tls' as Security, user: '', password: '', path: '',
}

type Fields = typeof EMPTY

export function Connect({ onDone }: { readonly onDone: (mailbox: Mailbox) => void }) {
  const client = useQueryClient()
  const [fields, setFields] = useState(EMPTY)
  const set = (change: Partial<Fields>): void => setFields((before) => ({ ...before, ...change }))
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () =>
      await answerOf(api.POST('/v1/mailboxes', { body: bodyOf(fields) })),
    onSuccess: async (mailbox) => {
      await client.invalidateQueries({ queryKey: ['mailboxes'] })
      tellDone(`${mailbox.name} is connected.`)
      onDone(mailbox)
    },
  })
  return (
    <Paper withBorder p="md" maw={640}>
      <form onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}>
        <Stack gap="sm">
          <Title order={2} size="h4">Connect a mailbox</Title>
          <SegmentedControl
            aria-label="Kind of mailbox" value={fields.kind} w="fit-content"
            data={[...KINDS]}
            onChange={(kind) => set({ kind })}
          />
          <TextInput
            label="Name" description="As it stands in this page" required value={fields.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <TagsInput
            label="Your addresses" required value={fields.addresses} clearable
            description="Mail to them comes here. Only mail to one of them is ever bounced."
            placeholder="you@example.com" splitChars={[',', ' ', ';']} acceptValueOnBlur
            onChange={(addresses) => set({ addresses })}
          />
          {fields.kind === 'imap' ? <ImapFields fields={fields} set={set} /> : (
            <TextInput
              label="Folder on the server" required value={fields.path}
              description="The Maildir with its cur, new and tmp" placeholder="/home/you/Maildir"
              onChange={({ currentTarget }) => set({ path: currentTarget.value })}
            />
          )}
          <TextInput
            label="Folder for bounced messages" required value={fields.bouncedFolder}
            onChange={({ currentTarget }) => set({ bouncedFolder: currentTarget.value })}
          />
          {error === null ? null : <ErrorNotice error={error} />}
          <Group gap="xs">
            <Button type="submit" loading={isPending}>Test and connect</Button>
            <Text size="sm" c="dimmed">Nothing is kept if it cannot be reached.</Text>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

function ImapFields({ fields, set }: {
  readonly fields: Fields; readonly set: (change: Partial<Fields>) => void
}) {
  return (
    <>
      <Group gap="sm" align="flex-end">
        <TextInput
          flex="2 1 220px" label="IMAP server" required
          value={fields.host} placeholder="imap.example.com"
          onChange={({ currentTarget }) => set({ host: currentTarget.value })}
        />
        <Select
          flex="1 1 150px" label="Encryption" allowDeselect={false} value={fields.security}
          data={[
            { value: 'tls', label: 'TLS' }, { value: 'starttls', label: 'STARTTLS' },
            { value: 'plain', label: 'None (only on this machine)' },
          ]}
          onChange={(security) => set({ security: (security ?? 'tls') as Security })}
        />
        <NumberInput
          flex="0 1 90px" label="Port" min={1} max={65_535} value={fields.port} hideControls
          placeholder={String(PORTS[fields.security])}
          onChange={(port) => set({ port: typeof port === 'number' ? port : '' })}
        />
      </Group>
      <Group gap="sm" align="flex-end">
        <TextInput
          flex="1 1 200px" label="User" required value={fields.user} autoComplete="off"
          onChange={({ currentTarget }) => set({ user: currentTarget.value })}
        />
        <PasswordInput
          flex="1 1 200px" label="Password" required
          value={fields.password} autoComplete="new-password"
          description="Kept encrypted, never shown again"
          onChange={({ currentTarget }) => set({ password: currentTarget.value })}
        />
      </Group>
    </>
  )
}

function bodyOf({ kind, name, addresses, bouncedFolder, path, ...imap }: Fields) {
  const { host, port, security, user, password } = imap
  const account = kind === 'maildir' ? { kind, path } : {
    kind, host, security, user, password, ...port === '' ? {} : { port },
  }
  return { name, addresses, bouncedFolder, account }
}
