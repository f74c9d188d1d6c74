// An outage: what it holds back, and the decision whether that counts.

import { Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'

type How = 'count' | 'void'

const DONE: Readonly<Record<How, string>> = {
  count: 'They count from now on.', void: 'They never count.',
}

export function Hold({ hold }: { readonly hold: Schema<'Outage'> }) {
  const { id, held, fromAt, untilAt } = hold
  const refusal = useMay('operator') ? undefined : NEEDS_OPERATOR
  const { why } = (hold.detail ?? {}) as { readonly why?: string }
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (how: How) => await answerOf(api.POST(
      '/v1/outages/{id}/settle', { params: { path: { id } }, body: { how } })),
    onSuccess: async (_, how) => {
      notifications.show({ color: 'teal', message: `Settled. ${DONE[how]}` })
      await client.invalidateQueries({ queryKey: ['overview'] })
    },
  })
  const n = countOf(held, 'failure')
  return (
    <>
      <Text size="sm">
        It refuses nearly everybody in the same way, so that the addresses are hardly to blame.{' '}
        {n} since <Time at={fromAt} />
        {untilAt === undefined ? ' and going on' : <>, until <Time at={untilAt} /></>} wait for a
        decision; nobody is suppressed meanwhile.
      </Text>
      {why === undefined ? null : <Text size="sm" c="dimmed"><SafeText text={why} />.</Text>}
      <Group gap="xs" mt={6}>
        <ConfirmButton
          size="compact-sm" variant="filled" why={refusal} loading={isPending}
          yes="Yes, never count"
          question={`${n} will never count. This cannot be undone.`}
          onConfirm={() => mutate('void')}
        >
          It was an outage: never count them
        </ConfirmButton>
        <ConfirmButton
          size="compact-sm" variant="default" why={refusal} loading={isPending} yes="Yes, count"
          question={`${n} will count, and may suppress addresses.`}
          onConfirm={() => mutate('count')}
        >
          They are real: count them
        </ConfirmButton>
      </Group>
      {error === null ? null : <ErrorNotice error={error} />}
    </>
  )
}
