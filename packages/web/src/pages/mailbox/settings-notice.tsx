// Whether anything is sent at all, and the switch for it, explained.

import { Alert, Group, Text } from '@mantine/core'
import { IconFlask, IconPower } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { settingsQuery, type BounceSettings } from './queries.ts'

export type SettingsChange = { readonly dryRun?: boolean; readonly enabled?: boolean }

export const NEEDS_ADMIN = 'Only an admin may switch this.'

export function useSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (change: SettingsChange) =>
      await answerOf(api.PUT('/v1/bounces/settings', { body: change })),
    onSuccess: (settings) => client.setQueryData(settingsQuery.queryKey, settings),
  })
}

export function DryRunNotice({ settings }: { readonly settings: BounceSettings }) {
  const isAdmin = useMay('admin')
  const { mutate, isPending, error } = useSettings()
  const { dryRun, enabled, missing } = settings
  const why = isAdmin ? undefined : NEEDS_ADMIN
  if (!enabled) {
    return (
      <Alert color="red" icon={<IconPower size={20} />} title="Bouncing is switched off">
        <Text size="sm">The kill switch is on: whatever else is set, nothing is sent.</Text>
        <ActionButton
          mt="xs" size="xs" why={why} loading={isPending} onClick={() => mutate({ enabled: true })}
        >
          Switch bouncing on
        </ActionButton>
        {error === null ? null : <ErrorNotice error={error} />}
      </Alert>
    )
  }
  if (!dryRun) {
    return (
      <Group gap="xs">
        <Text size="sm">
          {missing.length > 0 ? (
            <>Dry run is off, but nothing can be sent without settings: <Names of={missing} /></>
          ) : <>Bounces are really sent, from <code>{settings.from}</code>.</>}
        </Text>
        <ActionButton
          size="compact-sm" variant="default" why={why} loading={isPending}
          onClick={() => mutate({ dryRun: true })}
        >
          Back to dry run
        </ActionButton>
      </Group>
    )
  }
  return (
    <Alert color="yellow" icon={<IconFlask size={20} />} title="Dry run: nothing is sent">
      <Text size="sm">
        Look at the plan as long as you like: which messages would be bounced, with which bytes, and
        which would not. Only when dry run is off does “Do it” send.
      </Text>
      {missing.length > 0 ? (
        <Text size="sm" mt={4}>Before that, these settings are needed: <Names of={missing} /></Text>
      ) : null}
      <ActionButton
        mt="xs" size="xs" variant="default" why={why} loading={isPending}
        onClick={() => mutate({ dryRun: false })}
      >
        Switch dry run off
      </ActionButton>
      {error === null ? null : <ErrorNotice error={error} />}
    </Alert>
  )
}

/** Of settings, as they stand in the configuration. */
function Names({ of }: { readonly of: readonly string[] }) {
  return of.map((name) => <code key={name}>{name} </code>)
}
