// One receiver: what it is told, its secret or credential, what could not be delivered, how to
// check a signature.

import { Alert, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { NewCredential } from './credential.tsx'
import { DeadLetters } from './dead-letters.tsx'
import { nameOf, StateBadge } from './endpoint-table.tsx'
import { outcomeWords } from './outcome.ts'
import { platformsQuery, type Endpoint } from './queries.ts'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { Time } from '../../parts/time.tsx'
import { SecretNotice } from './secret-notice.tsx'
import { TellAll } from './tell-all.tsx'
import { TypeChoice } from './type-choice.tsx'
import { VerifyGuide } from './verify-guide.tsx'

export function EndpointPane({ endpoint, onClose }: {
  readonly endpoint: Endpoint; readonly onClose: () => void
}) {
  const client = useQueryClient()
  const mayChange = useMay('operator')
  const { data: platforms = [] } = useQuery(platformsQuery)
  const [secret, setSecret] = useState<string>()
  const path = { params: { path: { id: endpoint.id } } }
  const refresh = () => client.invalidateQueries({ queryKey: ['endpoints'] })
  const change = useMutation({
    mutationFn: (body: { types?: string[]; enabled?: boolean; credential?: string }) =>
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
  const platform = platforms.find(({ id }) => id === endpoint.platform)
  const isPlatform = endpoint.platform !== undefined
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
            ...isPlatform ? [['Who is told', platform?.name ?? endpoint.platform] as const] : [],
            ['Address', <SafeText key="" text={endpoint.url} />],
            ...(endpoint.list ?? '') === '' ? []
              : [['List', <SafeText key="" text={endpoint.list ?? ''} />] as const],
            ['State', <StateBadge key="" endpoint={endpoint} />],
          ]}
        />
        {isPlatform ? <Text size="sm">{platform?.effect}</Text> : (
          <TypeChoice
            types={change.isPending ? change.variables.types ?? endpoint.types : endpoint.types}
            disabled={!mayChange} onChange={(types) => change.mutate({ types: [...types] })}
          />
        )}
        <Actions
          endpoint={endpoint} why={why} onSwitch={(enabled) => change.mutate({ enabled })}
          onRotate={rotate.mutate} onRemove={remove.mutate}
        />
        <TellAll endpoint={endpoint} why={why} />
        <DeadLetters endpoint={endpoint.id} waiting={endpoint.waiting} why={why} />
        {!isPlatform ? <VerifyGuide /> : platform === undefined || !mayChange ? null : (
          <NewCredential
            about={platform.credential} isPending={change.isPending}
            onChange={(credential, onDone) => change.mutate({ credential }, { onSuccess: onDone })}
          />
        )}
      </Stack>
    </PaneFrame>
  )
}

function Actions({ endpoint: { enabled, platform }, why, onSwitch, onRotate, onRemove }: {
  readonly endpoint: Endpoint
  /** Why nothing may be changed. */
  readonly why: string | undefined
  readonly onSwitch: (enabled: boolean) => void
  readonly onRotate: () => void
  readonly onRemove: () => void
}) {
  return (
    <Group gap="xs">
      <ActionButton variant="default" why={why} onClick={() => onSwitch(!enabled)}>
        {enabled ? 'Switch off' : 'Switch on'}
      </ActionButton>
      {platform !== undefined ? null : (
        <ConfirmButton
          variant="default" why={why} yes="Make it" onConfirm={onRotate}
          question="The present secret signs for one more day. Make a new one?"
        >
          New secret
        </ConfirmButton>
      )}
      <ConfirmButton
        variant="light" color="red" why={why} yes="Remove" onConfirm={onRemove}
        question="What still waits to be delivered goes with it. Remove it?"
      >
        Remove
      </ConfirmButton>
    </Group>
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
