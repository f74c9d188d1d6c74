// One webhook: what it tells, its secret, what could not be delivered, how to check its signature.

import { Alert, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { DeadLetters } from './dead-letters.tsx'
import { nameOf, StateBadge } from './endpoint-table.tsx'
import { outcomeWords } from './outcome.ts'
import type { Endpoint } from './queries.ts'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { Time } from '../../parts/time.tsx'
import { SecretNotice } from './secret-notice.tsx'
import { TypeChoice } from './type-choice.tsx'
import { VerifyGuide } from './verify-guide.tsx'

export function EndpointPane({ endpoint, onClose }: {
  readonly endpoint: Endpoint; readonly onClose: () => void
}) {
  const client = useQueryClient()
  const mayChange = useMay('operator')
  const [secret, setSecret] = useState<string>()
  const path = { params: { path: { id: endpoint.id } } }
  const refresh = () => client.invalidateQueries({ queryKey: ['endpoints'] })
  const change = useMutation({
    mutationFn: (body: { types?: string[]; enabled?: boolean }) =>
      answerOf(api.PUT('/v1/endpoints/{id}', { ...path, body })),
    onSuccess: refresh,
  })
  const rotate = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/endpoints/{id}/rotate', path)),
    onSuccess: (made) => setSecret(made.secret),
  })
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/endpoints/{id}', path)),
    onSuccess: () => { onClose(); return refresh() },
  })
  const error = change.error ?? rotate.error ?? remove.error
  const why = mayChange ? undefined : NEEDS_OPERATOR
  return (
    <PaneFrame
      name="Webhook" title={<SafeText text={nameOf(endpoint)} />} onClose={onClose}
    >
      <Stack gap="md">
        {error === null ? null : <ErrorNotice error={error} />}
        {secret === undefined ? null
          : <SecretNotice secret={secret} isNew onDone={() => setSecret(undefined)} />}
        <SwitchedOff endpoint={endpoint} />
        <TryingAgain endpoint={endpoint} />
        <Facts
          rows={[
            ['Address', <SafeText key="" text={endpoint.url} />],
            ['State', <StateBadge key="" endpoint={endpoint} />],
          ]}
        />
        <TypeChoice
          types={change.isPending ? change.variables.types ?? endpoint.types : endpoint.types}
          disabled={!mayChange} onChange={(types) => change.mutate({ types: [...types] })}
        />
        <Group gap="xs">
          <ActionButton
            variant="default" why={why}
            onClick={() => change.mutate({ enabled: !endpoint.enabled })}
          >
            {endpoint.enabled ? 'Switch off' : 'Switch on'}
          </ActionButton>
          <ConfirmButton
            variant="default" why={why} yes="Make it" onConfirm={() => rotate.mutate()}
            question="The present secret signs for one more day. Make a new one?"
          >
            New secret
          </ConfirmButton>
          <ConfirmButton
            variant="light" color="red" why={why} yes="Remove" onConfirm={() => remove.mutate()}
            question="What still waits to be delivered goes with it. Remove it?"
          >
            Remove
          </ConfirmButton>
        </Group>
        <DeadLetters endpoint={endpoint.id} waiting={endpoint.waiting} why={why} />
        <VerifyGuide />
      </Stack>
    </PaneFrame>
  )
}

function SwitchedOff({ endpoint: { enabled, disabledWhy } }: { readonly endpoint: Endpoint }) {
  if (enabled || disabledWhy === undefined) return null
  return (
    <Alert color="red" title="Switched off, since nothing could be delivered">
      Why: <SafeText text={disabledWhy} />. When the receiver works again, switch it on and deliver
      again what is listed below.
    </Alert>
  )
}

function TryingAgain({ endpoint: { enabled, waiting, retrying } }: {
  readonly endpoint: Endpoint
}) {
  if (!enabled || retrying === undefined) return null
  const { count, nextAt, attempts } = retrying
  const behind = waiting - count
  return (
    <Alert color="orange" title="The receiver refuses, and is asked again">
      {countOf(count, 'delivery', 'deliveries')} failed so far; the last answer to the next of
      them, after {countOf(attempts, 'try', 'tries')}:{' '}
      <SafeText text={outcomeWords(retrying)} />. Next
      try: <Time at={nextAt} />.{behind === 0 ? '' : ` ${formatNumber(behind)} more wait behind.`}
    </Alert>
  )
}
