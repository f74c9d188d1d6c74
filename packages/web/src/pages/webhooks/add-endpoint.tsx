// A new webhook: where to, what of; its secret is shown once.

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Section } from '../../parts/section.tsx'
import { takeFocus } from '../../parts/take-focus.ts'
import { SecretNotice } from './secret-notice.tsx'
import { TypeChoice } from './type-choice.tsx'

type Draft = {
  readonly url: string; readonly description: string; readonly types: readonly string[]
}

const EMPTY: Draft = {
  url: '', description: '', types: ['suppression.added', 'suppression.lifted'],
}

export function AddEndpoint({ onDone }: {
  /** With what was added, unless it was given up. */
  readonly onDone: (id: string | undefined) => void
}) {
  const client = useQueryClient()
  const [draft, setDraft] = useState(EMPTY)
  const add = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/endpoints', {
      body: {
        url: draft.url.trim(), types: [...draft.types],
        ...draft.description.trim() === '' ? {} : { description: draft.description.trim() },
      },
    })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['endpoints'] }),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate()
  }
  if (add.data !== undefined) {
    const { endpoint, secret } = add.data
    return <SecretNotice secret={secret} onDone={() => onDone(endpoint.id)} />
  }
  return (
    <Section title="Add a webhook">
      <form onSubmit={submit} aria-label="Add a webhook">
        <Stack gap="sm" maw={620}>
          {add.error === null ? null : <ErrorNotice error={add.error} />}
          <TextInput
            label="Address" type="url" value={draft.url} required withAsterisk={false}
            maxLength={2000} placeholder="https://shop.example.com/hooks/carom"
            description="A public https address; others must be allowed in the configuration
              (deliver.allowHosts)."
            ref={takeFocus} autoComplete="off" spellCheck={false}
            onChange={({ currentTarget: { value } }) =>
              setDraft((before) => ({ ...before, url: value }))}
          />
          <TextInput
            label="What it is" value={draft.description} maxLength={200} placeholder="The shop"
            onChange={({ currentTarget: { value } }) =>
              setDraft((before) => ({ ...before, description: value }))}
          />
          <TypeChoice
            types={draft.types} onChange={(types) => setDraft((before) => ({ ...before, types }))}
          />
          <Group>
            <Button type="submit" loading={add.isPending}>Add the webhook</Button>
            <Button variant="subtle" onClick={() => onDone(undefined)}>Cancel</Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
