// One person: role, and what to do where somebody has lost a password, or leaves.

import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { sessionQuery } from '../../app/session.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { Time } from '../../parts/time.tsx'
import { LinkNotice } from './link-notice.tsx'
import type { Link, Role, User } from './queries.ts'
import { RoleChoice } from './role-choice.tsx'
import { waysOf } from './user-table.tsx'

export function UserPane({ user, onClose }: {
  readonly user: User; readonly onClose: () => void
}) {
  const client = useQueryClient()
  const { data: session } = useQuery(sessionQuery)
  const [link, setLink] = useState<Link>()
  const path = { params: { path: { id: user.id } } }
  const refresh = () => client.invalidateQueries({ queryKey: ['users'] })
  const change = useMutation({
    mutationFn: (body: { role?: Role; disabled?: boolean }) =>
      answerOf(api.PUT('/v1/users/{id}', { ...path, body })),
    onSuccess: refresh,
  })
  const reset = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/users/{id}/reset', path)),
    onSuccess: ({ link: made }) => { setLink(made); return refresh() },
  })
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/users/{id}', path)),
    onSuccess: () => { onClose(); return refresh() },
  })
  const error = change.error ?? reset.error ?? remove.error
  const isSelf = session?.name === user.name
  const isForeign = user.origin === 'oidc'
  return (
    <PaneFrame
      name={`User ${user.name}`} onClose={onClose}
      title={<><SafeText text={user.name} />{isSelf ? ' (you)' : ''}</>}
    >
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        {link === undefined ? null
          : <LinkNotice name={user.name} link={link} onDone={() => setLink(undefined)} />}
        <Facts
          rows={[
            ['Signs in by', waysOf(user)],
            ['Since', <Time key="" at={user.createdAt} />],
            ['Last sign-in',
              user.lastLoginAt === undefined ? 'Never' : <Time key="" at={user.lastLoginAt} />],
          ]}
        />
        <RoleChoice
          value={change.isPending ? change.variables.role ?? user.role : user.role}
          disabled={isForeign}
          onChange={(role) => change.mutate({ role })}
        />
        <Text size="xs" c="dimmed" role="status">
          {isForeign ? 'The identity provider decides the role.'
            : change.isSuccess ? 'Saved. Its sessions ended.'
              : 'Another role ends the sessions of the user.'}
        </Text>
        <Actions
          isDisabled={user.disabled} isForeign={isForeign} isBusy={change.isPending}
          onDisable={() => change.mutate({ disabled: !user.disabled })}
          onReset={() => reset.mutate()} onRemove={() => remove.mutate()}
        />
      </Stack>
    </PaneFrame>
  )
}

function Actions({ isDisabled, isForeign, isBusy, onDisable, onReset, onRemove }: {
  readonly isDisabled: boolean
  readonly isForeign: boolean
  readonly isBusy: boolean
  readonly onDisable: () => void
  readonly onReset: () => void
  readonly onRemove: () => void
}) {
  return (
    <Group gap="xs">
      <Button variant="default" loading={isBusy} onClick={onDisable}>
        {isDisabled ? 'Enable' : 'Disable'}
      </Button>
      {isForeign ? null : (
        <ConfirmButton
          variant="default" yes="Make the link" onConfirm={onReset}
          question="This takes password, second step and sessions away. Go on?"
        >
          New sign-in link
        </ConfirmButton>
      )}
      <ConfirmButton
        variant="light" color="red" yes="Remove" onConfirm={onRemove}
        question="The account is gone then; what it did stays in the audit. Remove it?"
      >
        Remove
      </ConfirmButton>
    </Group>
  )
}
