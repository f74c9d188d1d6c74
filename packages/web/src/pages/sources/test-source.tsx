// Tries a source now, step by step; nothing of it counts.

import { Alert, Group, List, ThemeIcon } from '@mantine/core'
import { IconCheck, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { testSource } from './queries.ts'

export function TestSource({ id }: { readonly id: string }) {
  const client = useQueryClient()
  const mayTest = useMay('operator')
  const test = useMutation({
    mutationFn: () => testSource(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sources'] }),
  })
  return (
    <>
      <Group>
        <ActionButton
          variant="default" leftSection={<IconPlayerPlay size={16} />} loading={test.isPending}
          why={mayTest ? undefined : NEEDS_OPERATOR} onClick={() => test.mutate()}
        >
          Try it now
        </ActionButton>
      </Group>
      {test.error === null ? null : <ErrorNotice error={test.error} />}
      <div aria-live="polite">
        {test.data === undefined ? null : <Outcome {...test.data} />}
      </div>
    </>
  )
}

type Step = { readonly name: string; readonly ok: boolean; readonly detail: string }

function Outcome({ ok, tookMs, steps }: {
  readonly ok: boolean; readonly tookMs: number; readonly steps: readonly Step[]
}) {
  return (
    <Alert
      color={ok ? 'teal' : 'red'}
      title={ok ? `It works (${tookMs} ms)` : 'It does not work yet'}
    >
      <List size="sm" spacing={4} listStyleType="none">
        {steps.map((step) => (
          <List.Item key={step.name} icon={<StepMark ok={step.ok} />}>
            <b><SafeText text={step.name} /></b> <SafeText text={step.detail} />
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function StepMark({ ok }: { readonly ok: boolean }) {
  return (
    <ThemeIcon color={ok ? 'teal' : 'red'} size={18} radius="xl">
      {ok ? <IconCheck size={12} aria-label="Done:" /> : <IconX size={12} aria-label="Failed:" />}
    </ThemeIcon>
  )
}
