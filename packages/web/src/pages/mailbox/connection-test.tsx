// Whether a mailbox can be reached now, and the way to forget it.

import { Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import type { Mailbox } from './queries.ts'

export function ConnectionTest({ mailbox: { id, name, origin } }: { readonly mailbox: Mailbox }) {
  const client = useQueryClient()
  const isOperator = useMay('operator')
  const isAdmin = useMay('admin')
  const params = { path: { id } }
  const test = useMutation({
    mutationFn: async () => await answerOf(api.POST('/v1/mailboxes/{id}/test', { params })),
  })
  const forget = useMutation({
    mutationFn: async () => await answerOf(api.DELETE('/v1/mailboxes/{id}', { params })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mailboxes'] }),
  })
  const told = test.error?.message ?? forget.error?.message ?? test.data?.answer
  return (
    <Group gap="xs" mih={36}>
      <ActionButton
        size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate()}
        why={isOperator ? undefined : NEEDS_OPERATOR}
      >
        Test
      </ActionButton>
      {origin === 'added' && isAdmin ? (
        <ConfirmButton
          size="xs" color="red" variant="light" yes="Forget it" onConfirm={() => forget.mutate()}
          question={`Forget ${name} with its marks? Its mail stays where it is.`}
        >
          Forget
        </ConfirmButton>
      ) : null}
      <Text size="sm" role="status">
        {told === undefined ? null : <SafeText text={told} />}
      </Text>
    </Group>
  )
}
