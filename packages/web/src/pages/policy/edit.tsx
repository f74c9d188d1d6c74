// An own policy: as a form and as text, two views of the same draft.

import type { Policy } from '@carom/core'
import {
  Alert, Anchor, Button, Group, List, SegmentedControl, SimpleGrid, Stack, Text, Title,
} from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf } from '../../parts/numbers.ts'
import { tellDone } from '../../parts/undo-notice.tsx'
import { ApplyButton, RetroactiveNote } from './apply-button.tsx'
import { describePolicy } from './describe.ts'
import { DiffView } from './diff-view.tsx'
import { Editor } from './editor.tsx'
import { isFields, withField, type Place } from './form/place.ts'
import { PolicyForm } from './form/policy-form.tsx'
import { usePutPolicy, type PolicyRow } from './queries.ts'
import { formatPolicy, readDraft, type Draft, type DraftProblem } from './read-draft.ts'

const VIEWS = [{ value: 'form', label: 'Form' }, { value: 'text', label: 'Text' }]

export function Edit({ active, text: stored, onText }: {
  readonly active: PolicyRow; readonly text: string; readonly onText: (text: string) => void
}) {
  const [words, change] = useSearchWords()
  const [line, setLine] = useState<{ readonly line: number }>()
  const text = stored === '' ? formatPolicy(active.body) : stored
  const draft = useMemo(() => readDraft(text), [text])
  const isText = words['as'] === 'text'
  const goTo = (at: number): void => {
    change({ as: 'text' })
    setLine({ line: at })
  }
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label="How the policy is edited" data={VIEWS} value={isText ? 'text' : 'form'}
          onChange={(view) => change({ as: view === 'text' ? 'text' : undefined })}
        />
        <Buttons policy={draft.policy} onReset={() => onText('')} isChanged={stored !== ''} />
      </Group>
      <Problems problems={draft.problems} onGo={goTo} />
      {isText ? (
        <Editor
          value={text} badLines={new Set(draft.problems.map((one) => one.line))} goTo={line}
          onChange={onText}
        />
      ) : <FormOf draft={draft} onText={onText} />}
      <Beside active={active} policy={draft.policy} />
    </Stack>
  )
}

function Buttons({ policy, isChanged, onReset }: {
  readonly policy: Policy | undefined; readonly isChanged: boolean; readonly onReset: () => void
}) {
  const [, change] = useSearchWords()
  const mayStore = useMay('operator')
  const { mutate, isPending, error } = usePutPolicy()
  const broken = policy === undefined ? 'Mend what is listed below first.' : undefined
  const store = (): void => {
    if (policy === undefined) return
    mutate({ policy, activate: false }, { onSuccess: ({ row }) =>
      tellDone(`${row.id} version ${row.version} is stored; another one still decides.`) })
  }
  return (
    <Group gap="xs">
      {isChanged ? <Button variant="subtle" onClick={onReset}>Start again</Button> : null}
      <ActionButton
        variant="default" leftSection={<IconFlask size={16} />} why={broken}
        onClick={() => change({ view: 'simulate', policy: 'draft', run: '1' })}
      >
        Simulate
      </ActionButton>
      <ActionButton
        variant="default" why={mayStore ? broken : NEEDS_OPERATOR} onClick={store}
        loading={isPending}
      >
        Only store it
      </ActionButton>
      <ApplyButton policy={policy} why={broken} />
      {error === null ? null : <ErrorNotice error={error} />}
    </Group>
  )
}

function Problems({ problems, onGo }: {
  readonly problems: readonly DraftProblem[]; readonly onGo: (line: number) => void
}) {
  return (
    <div id="policy-problems" role="status">
      {problems.length === 0 ? null : (
        <Alert color="red" title={`${countOf(problems.length, 'mistake')} in the policy`}>
          <List size="sm">
            {problems.map(({ line, path, message }) => (
              <List.Item key={`${path} ${message}`}>
                <Anchor component="button" fz="sm" onClick={() => onGo(line)}>Line {line}</Anchor>
                {path === '' ? '' : <> <code>{path}</code></>}: {message}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  )
}

function FormOf({ draft: { value, problems }, onText }: {
  readonly draft: Draft; readonly onText: (text: string) => void
}) {
  if (!isFields(value)) {
    return (
      <Alert color="yellow" title="This text has no form">
        Mend it as text first, or start again.
      </Alert>
    )
  }
  const at: Place = {
    value, path: '',
    set: (name, next) => onText(formatPolicy(withField(value, name, next))),
    problemOf: (path) => problems.find((one) => one.path === path)?.message,
  }
  return <PolicyForm at={at} />
}

function Beside({ active, policy }: {
  readonly active: PolicyRow; readonly policy: Policy | undefined
}) {
  if (policy === undefined) return null
  return (
    <SimpleGrid cols={1}>
      <div>
        <Title order={2} size="h4" mb={6}>What would change</Title>
        <DiffView
          before={describePolicy(active.body)} after={describePolicy(policy)}
          label="Sentences that differ"
        />
        <Text size="xs" c="dimmed" mt={4}>Beside <code>{active.id}@{active.version}</code>.</Text>
      </div>
      <RetroactiveNote />
    </SimpleGrid>
  )
}
