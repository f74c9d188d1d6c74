// Whether a mailbox can be reached now, and the way to forget it.

import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import type { Mailbox } from './queries.ts'

export function ConnectionTest({ mailbox: { id, name, origin } }: { readonly mailbox: Mailbox }) {
  const client = useQueryClient()
  const isOperator = useMay('operator')
  const isAdmin = useMay('admin')
  const [isAsked, setIsAsked] = useState(false)
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
      {origin === 'added' && isAdmin ? isAsked ? (
        <>
          <Text size="sm">Forget {name} with its marks?</Text>
          <Button size="xs" color="red" onClick={() => forget.mutate()}>Forget</Button>
          <Button size="xs" variant="default" onClick={() => setIsAsked(false)}>Cancel</Button>
        </>
      ) : (
        <Button size="xs" variant="subtle" color="gray" onClick={() => setIsAsked(true)}>
          Forget
        </Button>
      ) : null}
      <Text size="sm" role="status">
        {told === undefined ? null : <SafeText text={told} />}
      </Text>
    </Group>
  )
}
