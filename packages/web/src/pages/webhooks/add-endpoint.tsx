// A new receiver: any program, by a webhook whose secret is shown once, or a sending system that is
// told in its own words.

import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Section } from '../../parts/section.tsx'
import { takeFocus } from '../../parts/take-focus.ts'
import { CredentialField } from './credential.tsx'
import { platformsQuery, type Platform } from './queries.ts'
import { SecretNotice } from './secret-notice.tsx'
import { TypeChoice } from './type-choice.tsx'

type Draft = {
  readonly url: string; readonly description: string; readonly types: readonly string[]
  readonly credential: string; readonly list: string
}

const EMPTY: Draft = {
  url: '', description: '', types: ['suppression.added', 'suppression.lifted'], credential: '',
  list: '',
}

export function AddEndpoint({ onDone }: {
  /** With what was added, unless it was given up. */
  readonly onDone: (id: string | undefined) => void
}) {
  const client = useQueryClient()
  const { data: platforms = [] } = useQuery(platformsQuery)
  const [chosen, choose] = useState('')
  const [draft, setDraft] = useState(EMPTY)
  const platform = platforms.find(({ id }) => id === chosen)
  const add = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/endpoints', { body: bodyOf(draft, platform) })),
    onSuccess: async ({ endpoint, secret }) => {
      await client.invalidateQueries({ queryKey: ['endpoints'] })
      if (secret === undefined) onDone(endpoint.id)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate()
  }
  if (add.data?.secret !== undefined) {
    const { endpoint, secret } = add.data
    return <SecretNotice secret={secret} onDone={() => onDone(endpoint.id)} />
  }
  return (
    <Section title="Add a webhook">
      <form onSubmit={submit} aria-label="Add a webhook">
        <Stack gap="sm" maw={620}>
          {add.error === null ? null : <ErrorNotice error={add.error} />}
          <NativeSelect
            label="Who is told" value={chosen}
            onChange={({ currentTarget: { value } }) => choose(value)}
            data={[
              { value: '', label: 'Any program, by a signed webhook' },
              ...platforms.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Fields
            platform={platform} draft={draft}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
          <Group>
            <Button type="submit" loading={add.isPending}>
              {platform === undefined ? 'Add the webhook' : `Check and add ${platform.name}`}
            </Button>
            <Button variant="subtle" onClick={() => onDone(undefined)}>Cancel</Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

function Fields({ platform, draft, onChange }: {
  readonly platform: Platform | undefined
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}) {
  return (
    <>
      {platform === undefined ? null : <Text size="sm">{platform.effect}</Text>}
      <TextInput
        label="Address" type="url" value={draft.url} required withAsterisk={false}
        maxLength={2000} placeholder={platform?.url ?? 'https://shop.example.com/hooks/carom'}
        description={platform === undefined ? INSIDE : `As in ${platform.url}. ${INSIDE}`}
        ref={takeFocus} autoComplete="off" spellCheck={false}
        onChange={({ currentTarget: { value } }) => onChange({ url: value })}
      />
      {platform === undefined ? null : (
        <CredentialField
          about={platform.credential} value={draft.credential}
          onChange={(credential) => onChange({ credential })}
        />
      )}
      <TextInput
        label="What it is" value={draft.description} maxLength={200}
        placeholder={platform === undefined ? 'The shop' : 'The newsletter'}
        onChange={({ currentTarget: { value } }) => onChange({ description: value })}
      />
      {platform === undefined
        ? <TypeChoice types={draft.types} onChange={(types) => onChange({ types })} /> : (
          <TextInput
            label="List" value={draft.list} maxLength={200}
            description="Of suppressions of which list it is told; empty: of those for every list.
              What holds for one list must not stop the mail of another."
            onChange={({ currentTarget: { value } }) => onChange({ list: value })}
          />
        )}
    </>
  )
}

const INSIDE = 'A public https address; others must be allowed in the configuration '
  + '(deliver.allowHosts).'

function bodyOf({ url, description, types, credential, list }: Draft, platform?: Platform) {
  return {
    url: url.trim(),
    ...description.trim() === '' ? {} : { description: description.trim() },
    ...platform === undefined ? { types: [...types] } : {
      platform: platform.id, credential: credential.trim(),
      ...list.trim() === '' ? {} : { list: list.trim() },
    },
  }
}
