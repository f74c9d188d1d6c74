// A policy as a form: its tracks in order, what lifts a stop, what it is safe from.

import { Accordion, Button, Fieldset, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { checkPolicy, type Policy } from '@carom/core'
import { useState } from 'react'
import { REASON_CHOICES } from '../../../parts/reason-name.tsx'
import { describeTrack } from '../describe.ts'
import classes from '../policy.module.css'
import {
  ChoiceField, ChoicesField, DurationField, FlagField, NumberField, TextField, WordsField,
} from './fields.tsx'
import { isFields, listAt, placeAt, placeIn, type Place } from './place.ts'
import { FAULTS, TrackForm } from './track-form.tsx'

const SCOPES = [
  { value: 'address', label: 'One state for all lists' },
  { value: 'address+list', label: 'Each list keeps its own count' },
]
const REACHES = [
  { value: 'pauses', label: 'ends a pause' }, { value: 'all', label: 'ends every stop' },
]

export function PolicyForm({ at }: { readonly at: Place }) {
  const lift = placeIn(at, 'lift')
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 3 }} className={classes['fields']}>
        <TextField at={at} name="title" label="Title" />
        <TextField at={at} name="id" label="Name" description="Small letters, digits, hyphens" />
        <ChoiceField at={at} name="scope" label="Scope" choices={SCOPES}
          fallback="One state for all lists" />
      </SimpleGrid>
      <Tracks at={at} />
      <Fieldset legend="What brings an address back">
        <SimpleGrid cols={{ base: 1, xs: 3 }} className={classes['fields']}>
          <ChoiceField at={lift} name="delivered" label="A delivery" choices={REACHES}
            fallback="changes nothing" />
          <ChoiceField at={lift} name="engaged" label="An opened message" choices={REACHES}
            fallback="changes nothing" />
          <ChoiceField at={lift} name="inbound" label="Mail from the address" choices={REACHES}
            fallback="changes nothing" />
          <NumberField at={placeIn(lift, 'selfService')} name="max"
            label="The person may ask, times" />
          <DurationField at={lift} name="ttl" label="Every stop ends after" />
          <ChoicesField at={lift} name="never" label="But never because of"
            choices={REASON_CHOICES} fallback="Complaints" />
        </SimpleGrid>
      </Fieldset>
      <Guards at={placeIn(at, 'guards')} />
    </Stack>
  )
}

function Guards({ at }: { readonly at: Place }) {
  return (
    <Fieldset legend="What keeps good addresses from harm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} className={classes['fields']}>
        <ChoicesField at={at} name="neverCount" label="Faults that never count" choices={FAULTS}
          fallback="Sender, content, network" />
        <ChoicesField at={at} name="neverCountReasons" label="Reasons that never count"
          choices={REASON_CHOICES} fallback="Greylisted, on a suppression list" />
        <NumberField at={at} name="minTrust" label="Reports count from proof (0 to 3, usually 2)"
          max={3} />
        <DurationField at={at} name="proofBefore"
          label="Soft failures do not count so soon after a sign of life" />
        <WordsField at={at} name="roleAccounts" label="Never stopped"
          fallback="postmaster, abuse" />
      </SimpleGrid>
      <Stack gap={6} mt="sm">
        <FlagField at={at} name="outage" fallback
          label="Hold failures while a receiver refuses everybody" />
        <FlagField at={at} name="rateCap" fallback
          label="Stop only so many addresses within an hour" />
      </Stack>
    </Fieldset>
  )
}

function Tracks({ at }: { readonly at: Place }) {
  const [open, setOpen] = useState<string | null>(null)
  const tracks = listAt(at.value, 'tracks')
  const set = (next: readonly unknown[]): void => at.set('tracks', next)
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">Tracks, in the order in which they are asked</Title>
      <Accordion variant="contained" value={open} onChange={setOpen} order={3}>
        {tracks.map((track, i) => (
          // eslint-disable-next-line react/no-array-index-key -- names change while they are typed
          <Accordion.Item key={i} value={String(i)}>
            <Accordion.Control><Text size="sm">{sentenceOf(track)}</Text></Accordion.Control>
            <Accordion.Panel>
              {open === String(i) ? (
                <Stack gap="md">
                  <TrackForm at={placeAt(at, 'tracks', i)} />
                  <TrackButtons index={i} tracks={tracks} set={set} onMoved={setOpen} />
                </Stack>
              ) : null}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Button
        size="compact-sm" variant="light" w="fit-content" leftSection={<IconPlus size={14} />}
        onClick={() => {
          set([...tracks, { ...NEW_TRACK, id: `track-${tracks.length + 1}` }])
          setOpen(String(tracks.length))
        }}
      >
        Another track
      </Button>
    </Stack>
  )
}

const NEW_TRACK = {
  title: 'failure', when: { severity: ['hard'] }, meter: 'count', threshold: 2,
  actions: [{ do: 'suppress' }],
} as const

function TrackButtons({ index, tracks, set, onMoved }: {
  readonly index: number
  readonly tracks: readonly unknown[]
  readonly set: (next: readonly unknown[]) => void
  readonly onMoved: (open: string | null) => void
}) {
  const move = (to: number): void => {
    set(tracks.toSpliced(index, 1).toSpliced(to, 0, tracks[index]))
    onMoved(String(to))
  }
  return (
    <Group gap="xs">
      <Button
        size="compact-sm" variant="default" leftSection={<IconArrowUp size={14} />}
        disabled={index === 0} onClick={() => move(index - 1)}
      >
        Earlier
      </Button>
      <Button
        size="compact-sm" variant="default" leftSection={<IconArrowDown size={14} />}
        disabled={index === tracks.length - 1} onClick={() => move(index + 1)}
      >
        Later
      </Button>
      <Button
        size="compact-sm" variant="light" color="red" leftSection={<IconTrash size={14} />}
        onClick={() => {
          onMoved(null)
          set(tracks.toSpliced(index, 1))
        }}
      >
        Remove this track
      </Button>
    </Group>
  )
}

/** Half-written tracks have no sentence yet. */
function sentenceOf(track: unknown): string {
  const { policy } = checkPolicy({ id: 'one', version: 1, title: 'One', tracks: [track] })
  const [whole] = (policy as Policy | undefined)?.tracks ?? []
  if (whole !== undefined) return describeTrack(whole).sentence
  return `${isFields(track) ? String(track['title'] ?? track['id'] ?? 'A track') : 'A track'}: ` +
    'not complete yet'
}
