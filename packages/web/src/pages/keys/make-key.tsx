// A new key: what it is for, what it may do, how long.

import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { CopyField } from '../../parts/copy-field.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Section } from '../../parts/section.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { takeFocus } from '../../parts/take-focus.ts'
import { SCOPES, USES, type Scope } from './queries.ts'

const DAY_MS = 86_400_000
const EXPIRIES = [
  { value: '30', label: 'In 30 days' }, { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' }, { value: 'never', label: 'Never' },
]

type Draft = {
  readonly name: string; readonly use: string; readonly scopes: readonly Scope[]
  readonly expiry: string
}

const EMPTY: Draft = { name: '', use: 'sender', scopes: ['check', 'ingest'], expiry: '365' }

export function MakeKey({ onDone }: { readonly onDone: () => void }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(EMPTY)
  const make = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/keys', {
      body: {
        name: draft.name.trim(), scopes: [...draft.scopes],
        ...draft.expiry === 'never' ? {} : {
          expiresAt: new Date(Date.now() + Number(draft.expiry) * DAY_MS).toISOString(),
        },
      },
    })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    make.mutate()
  }
  if (make.data !== undefined) {
    return <FreshKey name={draft.name.trim()} token={make.data.token} onDone={onDone} />
  }
  return (
    <Section title="Make a key">
      <form onSubmit={submit} aria-label="Make a key">
        <Stack gap="sm">
          {make.error === null ? null : <ErrorNotice error={make.error} />}
          <SimpleGrid cols={{ base: 1, sm: 3 }} maw={860}>
            <TextInput
              label="Name" value={draft.name} required withAsterisk={false} maxLength={100}
              placeholder="Shop" autoComplete="off" ref={takeFocus}
              onChange={({ currentTarget: { value } }) =>
                setDraft((before) => ({ ...before, name: value }))}
            />
            <Select
              label="For" value={draft.use} allowDeselect={false}
              data={USES.map(({ id, label }) => ({ value: id, label }))}
              onChange={(use) => setDraft((before) => ({
                ...before, use: use ?? 'own',
                scopes: USES.find(({ id }) => id === use)?.scopes ?? [],
              }))}
            />
            <Select
              label="Ends" value={draft.expiry} allowDeselect={false} data={EXPIRIES}
              onChange={(expiry) =>
                setDraft((before) => ({ ...before, expiry: expiry ?? 'never' }))}
            />
          </SimpleGrid>
          <ScopeChoice
            scopes={draft.scopes}
            onChange={(scopes) => setDraft((before) => ({ ...before, use: 'own', scopes }))}
          />
          <Group>
            <Button type="submit" loading={make.isPending} disabled={draft.scopes.length === 0}>
              Make the key
            </Button>
            <Button variant="subtle" onClick={onDone}>Cancel</Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

function ScopeChoice({ scopes, onChange }: {
  readonly scopes: readonly Scope[]; readonly onChange: (scopes: readonly Scope[]) => void
}) {
  return (
    <Checkbox.Group
      label="It may" value={[...scopes]} description="As little as the program needs."
      onChange={(chosen) => onChange(chosen as Scope[])}
    >
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} mt="xs" spacing="sm">
        {SCOPES.map(([scope, label, about]) => (
          <Checkbox
            key={scope} value={scope} description={about}
            label={<>{label} <code>{scope}</code></>}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}

function FreshKey({ name, token, onDone }: {
  readonly name: string; readonly token: string; readonly onDone: () => void
}) {
  const question = `${globalThis.location.origin}/v1/check?address=jane@example.com`
  return (
    <ShownOnce
      title={`The key for ${name}`} onDone={onDone}
      about="It is shown this once; the service keeps its hash alone. Put it where the program
        reads its secrets."
    >
      <CopyField label="Key" value={token} />
      <CopyField
        label="Try it" value={`curl -H 'Authorization: Bearer ${token}' '${question}'`}
      />
    </ShownOnce>
  )
}
