// Judge stored inputs again by the present rules: first shown, then done, then perhaps undone.

import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { judgeAgain, undoRule } from './queries.ts'
import { MovesTable } from './test-view.tsx'

const SCOPES = [
  { value: 'only', label: 'What nobody could read' }, { value: 'also', label: 'Everything' },
] as const
type Scope = (typeof SCOPES)[number]['value']

/** Where the address names a rule, it was kept just now, and its work can be undone. */
export function Again() {
  const [{ rule }] = useSearchWords()
  const client = useQueryClient()
  const mayJudge = useMay('operator')
  const [unmatched, setScope] = useState<Scope>(rule === undefined ? 'also' : 'only')
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: judgeAgain,
    onSuccess: (_, { dryRun }) => dryRun ? undefined : client.invalidateQueries(),
  })
  const undo = useMutation({
    mutationFn: undoRule, onSuccess: () => client.invalidateQueries(),
  })
  const changes = data?.dryRun === true ? data.changed : 0
  const filter = { unmatched }
  return (
    <Stack gap="md" maw={760} align="flex-start">
      {rule === undefined || undo.isSuccess ? null : (
        <Text fw={600}>Rule <SafeText text={rule} /> judges what comes in from now on.</Text>
      )}
      <Text size="sm">
        Here stored inputs are judged again by the present rules. What becomes another verdict
        changes the state of its address. Look first: nothing is changed by looking.
      </Text>
      <SegmentedControl
        aria-label="What is judged again" size="xs" data={[...SCOPES]} value={unmatched}
        onChange={(next) => { reset(); setScope(next as Scope) }}
      />
      <Group gap="xs">
        <Button
          variant="default" loading={isPending} disabled={!mayJudge}
          onClick={() => mutate({ filter, dryRun: true })}
        >
          See what would change
        </Button>
        <ConfirmButton
          yes="Yes, judge again" loading={isPending}
          onConfirm={() => mutate({ filter, dryRun: false })}
          why={!mayJudge ? NEEDS_OPERATOR
            : data === undefined ? 'See first what would change.'
              : changes === 0 ? 'Nothing would change.' : undefined}
          question={`Change ${countOf(changes, 'input')}?`}
        >
          Judge again
        </ConfirmButton>
      </Group>
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? null : <Outcome {...data} />}
      {data?.dryRun === false && data.changed > 0 && rule !== undefined
        ? <Undo {...undo} onUndo={() => undo.mutate(rule)} /> : null}
    </Stack>
  )
}

function Outcome({
  dryRun, changed, inputs, addressesChanged, countNow, countNoMore, moves,
}: Awaited<ReturnType<typeof judgeAgain>>) {
  return (
    <Alert
      role="status" color={dryRun ? 'gray' : 'teal'} w="100%"
      title={dryRun ? 'What would change' : 'Judged again'}
    >
      <Text size="sm">
        {formatNumber(changed)} of {countOf(inputs, 'input')};{' '}
        {countOf(addressesChanged, 'address', 'addresses')} with another state.
        {countNow === 0 ? '' : ` ${countOf(countNow, 'event')} that did not count do now.`}
        {countNoMore === 0 ? '' : ` ${countOf(countNoMore, 'event')} that counted do no more.`}
      </Text>
      {moves.length === 0 ? null : <MovesTable moves={moves} />}
    </Alert>
  )
}

function Undo({ data, error, isPending, onUndo }: {
  readonly data: Awaited<ReturnType<typeof undoRule>> | undefined
  readonly error: Error | null
  readonly isPending: boolean
  readonly onUndo: () => void
}) {
  if (data !== undefined) {
    return (
      <Alert role="status" color="teal" title="Undone" w="100%">
        The rule is off, and {countOf(data.changed, 'input')} that it had read{' '}
        {data.changed === 1 ? 'is' : 'are'} as before.
      </Alert>
    )
  }
  return (
    <>
      <ConfirmButton
        yes="Yes, undo" question="Switch the rule off, and judge without it what it read?"
        variant="default" loading={isPending} onConfirm={onUndo}
      >
        Undo
      </ConfirmButton>
      {error === null ? null : <ErrorNotice error={error} />}
    </>
  )
}
