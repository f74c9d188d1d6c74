// What follows when a track fires.

import { Alert, Button, CloseButton, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { ChoiceField, DurationField, NumberField, TextField } from './fields.tsx'
import { isFields, listAt, placeAt, placeIn, type Place } from './place.ts'

const ACTIONS = [
  { value: 'suppress', label: 'Stop mailing the address' }, { value: 'pause', label: 'Pause' },
  { value: 'record', label: 'Only note it' }, { value: 'notify', label: 'Tell somebody' },
  { value: 'unsubscribe', label: 'Take it off the list' },
  { value: 'delete', label: 'Remove its record' }, { value: 'tag', label: 'Tag it' },
  { value: 'webhook', label: 'Call a webhook' },
]

const WHO = [
  { value: 'operator', label: 'The operator' }, { value: 'owner', label: 'The owner of the list' },
  { value: 'recipient', label: 'The recipient, another way' },
]

export function ActionsForm({ track }: { readonly track: Place }) {
  const actions = listAt(track.value, 'actions')
  const set = (next: readonly unknown[]): void => track.set('actions', next)
  return (
    <Stack gap="xs" role="group" aria-label="What follows">
      <Text size="sm" fw={600}>What follows</Text>
      {actions.map((action, i) => {
        const at = placeAt(track, 'actions', i)
        return (
          // eslint-disable-next-line react/no-array-index-key -- an action is its place
          <Group key={i} gap="sm" align="flex-end">
            {isFields(action) && action['do'] === 'probe' ? (
              <Alert color="gray" p="xs">A probe message: edit it in the text.</Alert>
            ) : <ActionFields at={replacing(at, track, i)} />}
            <CloseButton
              aria-label={`Remove action ${i + 1}`} mb={4}
              onClick={() => set(actions.toSpliced(i, 1))}
            />
          </Group>
        )
      })}
      <Button
        size="compact-sm" variant="light" w="fit-content" leftSection={<IconPlus size={14} />}
        onClick={() => set([...actions, { do: 'notify', who: 'operator' }])}
      >
        Another action
      </Button>
    </Stack>
  )
}

const FRESH: Readonly<Record<string, object>> = {
  pause: { for: '7d' }, notify: { who: 'operator' }, tag: { name: 'bounced' },
  webhook: { name: 'main' },
}

/** Another action has other fields: those of the one before go. */
function replacing(at: Place, track: Place, index: number): Place {
  return {
    ...at,
    set: (name, value) => {
      if (name !== 'do') return at.set(name, value)
      const list = listAt(track.value, 'actions')
      return track.set(
        'actions', list.with(index, { do: value, ...FRESH[String(value)] }))
    },
  }
}

function ActionFields({ at }: { readonly at: Place }) {
  const kind = at.value['do']
  const growth = placeIn(at, 'growth')
  return (
    <>
      <ChoiceField at={at} name="do" label="Action" choices={ACTIONS} />
      {kind === 'pause' ? (
        <>
          <DurationField at={at} name="for" label="For" />
          <NumberField at={growth} name="factor" label="Each time × longer" min={1} max={100} />
          <DurationField at={growth} name="max" label="Up to" />
        </>
      ) : null}
      {kind === 'suppress' ? <DurationField at={at} name="ttl" label="For (empty: until lifted)" />
        : null}
      {kind === 'notify' ? <ChoiceField at={at} name="who" label="Whom" choices={WHO} /> : null}
      {kind === 'tag' || kind === 'webhook' ? <TextField at={at} name="name" label="Name" /> : null}
    </>
  )
}
