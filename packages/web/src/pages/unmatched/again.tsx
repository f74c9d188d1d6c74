// Judge the history again by the present rules: first shown, then done.

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../app/session.ts'
import { NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { judgeAgain } from './queries.ts'
import { MovesTable } from './test-view.tsx'

export function Again() {
  const client = useQueryClient()
  const mayJudge = useMay('operator')
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: judgeAgain,
    onSuccess: (_, dryRun) => dryRun ? undefined : client.invalidateQueries(),
  })
  const changes = data?.dryRun === true ? data.changed : 0
  return (
    <Stack gap="md" maw={760}>
      <Text size="sm">
        Every stored input is judged again by the present rules, also what nobody could read. What
        becomes another verdict changes the state of its address. Look first: nothing is changed by
        looking.
      </Text>
      <Group gap="xs">
        <Button
          variant="default" loading={isPending} onClick={() => mutate(true)} disabled={!mayJudge}
        >
          See what would change
        </Button>
        <ConfirmButton
          yes="Yes, judge again" loading={isPending} onConfirm={() => mutate(false)}
          why={!mayJudge ? NEEDS_OPERATOR
            : data === undefined ? 'See first what would change.'
              : changes === 0 ? 'Nothing would change.' : undefined}
          question={`Change ${countOf(changes, 'event')}?`}
        >
          Judge again
        </ConfirmButton>
      </Group>
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? null : (
        <Alert
          role="status" color={data.dryRun ? 'gray' : 'teal'}
          title={data.dryRun ? 'What would change' : 'Judged again'}
        >
          <Text size="sm">
            {formatNumber(data.changed)} of {countOf(data.inputs, 'input')};{' '}
            {countOf(data.addressesChanged, 'address', 'addresses')} with another state.
          </Text>
          {data.moves.length === 0 ? null : <MovesTable moves={data.moves} />}
        </Alert>
      )}
    </Stack>
  )
}
