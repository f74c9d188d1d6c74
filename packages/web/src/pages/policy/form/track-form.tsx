// One track: which failures it counts, how, from when on, and what makes it start afresh.

import { Fieldset, Group, SimpleGrid, Stack } from '@mantine/core'
import { REASON_CHOICES } from '../../../parts/reason-name.tsx'
import { ActionsForm } from './actions-form.tsx'
import {
  ChoiceField, ChoicesField, DurationField, FlagField, NumberField, TextField,
} from './fields.tsx'
import { isFields, placeIn, withField, type Place } from './place.ts'

const METERS = [
  { value: 'count', label: 'How many' }, { value: 'consecutive', label: 'How many in a row' },
  { value: 'score', label: 'Sum of weights' },
  { value: 'lastN', label: 'How many of the last N messages' },
  { value: 'regularity', label: 'Sum of weights × share of failures' },
  { value: 'probe', label: 'Failures of probe messages' },
]
const ONCE_PER = [
  { value: 'incident', label: 'failure' }, { value: 'message', label: 'message' },
  { value: 'campaign', label: 'campaign' }, { value: 'day', label: 'day' },
]
const SEVERITIES = [
  { value: 'hard', label: 'Hard' }, { value: 'soft', label: 'Soft' },
]
const PERMANENCES = [
  { value: 'permanent', label: 'Permanent (5xx)' }, { value: 'transient', label: 'Temporary (4xx)' },
  { value: 'unknown', label: 'Not said' },
]
export const FAULTS = ['recipient', 'sender', 'content', 'network', 'unknown']
const KINDS = [
  { value: 'failed', label: 'Failures' }, { value: 'complaint', label: 'Complaints' },
  { value: 'unsubscribe', label: 'Unsubscriptions' },
]

export function TrackForm({ at }: { readonly at: Place }) {
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField at={at} name="title" label="What is counted"
          description="In words that fit behind “3rd”" />
        <TextField at={at} name="id" label="Name of the track"
          description="Small letters, digits, hyphens" />
      </SimpleGrid>
      <WhenFields at={placeIn(at, 'when')} />
      <MeterFields at={at} />
      <ResetFields at={placeIn(at, 'reset')} />
      <ActionsForm track={at} />
    </Stack>
  )
}

function WhenFields({ at }: { readonly at: Place }) {
  return (
    <Fieldset legend="Counts">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ChoicesField at={at} name="kind" label="Kind" choices={KINDS} fallback="Failures" />
        <ChoicesField at={at} name="severity" label="Hard or soft" choices={SEVERITIES}
          fallback="Both" />
        <ChoicesField at={at} name="reason" label="Reasons" choices={REASON_CHOICES}
          fallback="Any" />
        <ChoicesField at={at} name="notReason" label="But not" choices={REASON_CHOICES}
          fallback="None left out" />
        <ChoicesField at={at} name="permanence" label="The server called it" choices={PERMANENCES}
          fallback="Anything" />
        <ChoicesField at={at} name="fault" label="Whose fault" choices={FAULTS} fallback="Any" />
        <NumberField at={at} name="minConfidence" label="Sureness from (0 to 1)" max={1}
          step={0.05} />
        <NumberField at={at} name="minTrust" label="Proof from (0 to 3)" max={3} />
      </SimpleGrid>
      <Group mt="sm">
        <FlagField at={at} name="neverAlive" label="Only where the address never worked" />
      </Group>
    </Fieldset>
  )
}

function MeterFields({ at }: { readonly at: Place }) {
  const { threshold, meter } = at.value
  // A number, or one for people who never opened and one for those who did.
  const limits: Place = {
    value: isFields(threshold) ? threshold : { inactive: threshold }, path: `${at.path}.threshold`,
    problemOf: (path) =>
      at.problemOf(path) ?? at.problemOf(path.replace(/\.(?:in)?active$/, '')),
    set: (name, value) => {
      const { inactive, active } = withField(limits.value, name, value)
      at.set('threshold', active === undefined ? inactive : { inactive, active })
    },
  }
  const distinct = placeIn(at, 'minDistinct')
  return (
    <Fieldset legend="Fires">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <ChoiceField at={at} name="meter" label="Measured as" choices={METERS} />
        <NumberField at={limits} name="inactive" label="From" min={0.001} />
        <NumberField at={limits} name="active" label="From, where the person has opened" />
        <ChoiceField at={at} name="oncePer" label="Counted once per" choices={ONCE_PER}
          fallback="failure" />
        <DurationField at={at} name="window" label="Within" />
        <DurationField at={at} name="minSpan" label="First and last at least apart" />
        <NumberField at={distinct} name="campaigns" label="From at least so many campaigns" />
        <NumberField at={distinct} name="days" label="On at least so many days" />
        {meter === 'lastN' ? <NumberField at={at} name="lastN" label="N" min={1} /> : null}
      </SimpleGrid>
    </Fieldset>
  )
}

function ResetFields({ at }: { readonly at: Place }) {
  return (
    <Fieldset legend="Starts afresh after">
      <Group gap="lg" align="flex-end">
        <Stack gap={6}>
          <FlagField at={at} name="onDelivered" label="a delivery" />
          <FlagField at={at} name="onEngaged" label="an opened or clicked message" />
          <FlagField at={at} name="onInbound" label="mail from the address" />
        </Stack>
        <DurationField at={at} name="afterQuiet" label="Time without a failure" />
        <NumberField at={at} name="erodePerDelivery" label="A delivery takes off" />
      </Group>
    </Fieldset>
  )
}
