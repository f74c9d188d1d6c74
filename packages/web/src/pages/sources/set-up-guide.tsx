// How to set up a source of a kind: what to do there, what to paste, what to write here.

import {
  Button, Group, List, Select, SimpleGrid, Skeleton, Stack, Text, TextInput,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SearchWords } from '../../app/search.ts'
import { CodeSample } from '../../parts/code-sample.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { guidesQuery, type Guide } from './queries.ts'

/** As the configuration takes them. */
const NAME = /^[\w.-]{1,64}$/
const TYPING_MS = 300

/** What one looks for first, in the order in which it is most often there. */
const GROUPS = [
  ['webhook', 'Webhooks of a provider'], ['imap', 'Mailboxes'], ['pop3', 'Mailboxes'],
  ['maildir', 'Mailboxes'], ['mbox', 'Mailboxes'], ['smtp', 'Mail servers'],
  ['lmtp', 'Mail servers'], ['log', 'Logs of mail servers'], ['syslog', 'Logs of mail servers'],
  ['journald', 'Logs of mail servers'],
] as const

export function SetUpGuide({ id, onChange }: {
  /** Of the guide; another word: none is chosen yet. */
  readonly id: string
  readonly onChange: (change: SearchWords) => void
}) {
  const [name, setName] = useState('')
  const [settled] = useDebouncedValue(NAME.test(name) ? name : '', TYPING_MS)
  const { data: guides, error } =
    useQuery({ ...guidesQuery(settled), placeholderData: keepPreviousData })
  const guide = guides?.find((one) => one.id === id)
  const isWrong = name !== '' && !NAME.test(name)
  return (
    <Section
      title="Set up a source"
      about="Where do your bounces arrive? Sources stand in the configuration file of the service."
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {guides === undefined ? <Skeleton h={60} /> : (
        <SimpleGrid cols={{ base: 1, sm: 2 }} maw={720}>
          <Select
            label="Where from" searchable value={guide?.id ?? null} placeholder="Choose or type"
            nothingFoundMessage="None of this name; choose Any other" data={groupsOf(guides)}
            onChange={(chosen) => onChange({ guide: chosen ?? 'choose' })}
          />
          <TextInput
            label="Name" value={name} placeholder={guide?.vendor ?? guide?.type ?? 'newsletter'}
            description="How it is called in Carom." maxLength={64} spellCheck={false}
            error={isWrong ? 'Letters, digits, dots, dashes and underscores.' : null}
            onChange={(event) => setName(event.currentTarget.value)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </SimpleGrid>
      )}
      {guides?.length === 0 ? (
        <EmptyNotice title="There are no guides here">
          docs/config.md tells of all sources.
        </EmptyNotice>
      ) : null}
      {guide === undefined ? null : <Steps guide={guide} />}
      <Group>
        <Button variant="subtle" onClick={() => onChange({ guide: undefined })}>Close</Button>
      </Group>
    </Section>
  )
}

function Steps({ guide: { name, steps, values, yaml, proof } }: { readonly guide: Guide }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Stack gap="sm">
        <Text fw={600}>1. At <SafeText text={name} /></Text>
        <List type="ordered" size="sm" spacing={6}>
          {steps.map((step) => <List.Item key={step}><SafeText text={step} /></List.Item>)}
        </List>
        {values.map(({ label, value }) => <CopyField key={label} label={label} value={value} />)}
      </Stack>
      <Stack gap="sm">
        <Text fw={600}>2. In Carom</Text>
        <CodeSample label="In carom.yaml" code={yaml} />
        <Text size="sm" c="dimmed">
          What proves that an input is genuine: <SafeText text={proof} />
        </Text>
        <Text fw={600}>3. Try it</Text>
        <Text size="sm">
          Start the service again. The source then stands in the list below: open it and press “Try
          it now”.
        </Text>
      </Stack>
    </SimpleGrid>
  )
}

function groupsOf(guides: readonly Guide[]) {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const [type, group] of GROUPS) {
    for (const { id, name } of guides.filter((guide) => guide.type === type)) {
      groups.set(group, [...groups.get(group) ?? [], { value: id, label: name }])
    }
  }
  const rest = guides.filter(({ type }) => !GROUPS.some(([known]) => known === type))
    .map(({ id, name }) => ({ value: id, label: name }))
  return [
    ...[...groups].map(([group, items]) => ({ group, items })),
    ...rest.length === 0 ? [] : [{ group: 'Others', items: rest }],
  ]
}
