// A policy as people read it: what is counted and what follows, what lifts it, what it is safe
// from.

import type { Policy } from '@carom/core'
import { List, Stack, Text, Title } from '@mantine/core'
import { describeGuards, describeLift, describeTrack } from './describe.ts'
import classes from './policy.module.css'

export function Sentences({ policy }: { readonly policy: Policy }) {
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h5" mb={6}>When mail is paused or stopped</Title>
        <Text size="sm" c="dimmed" mb={8}>
          The first that fires and changes something wins.{' '}
          {policy.scope === 'address+list' ? 'Each list keeps its own count of an address.'
            : 'An address has one state for all lists.'}
        </Text>
        <ol className={classes['tracks']}>
          {policy.tracks.map((track) => {
            const { id, sentence, details } = describeTrack(track)
            return (
              <li key={id}>
                <Text size="sm">{sentence}</Text>
                <Text size="xs" c="dimmed">{details.join(' ')} <code>{id}</code></Text>
              </li>
            )
          })}
        </ol>
      </div>
      <Lines title="What brings an address back" lines={describeLift(policy)} />
      <Lines title="What keeps good addresses from harm" lines={describeGuards(policy.guards)} />
    </Stack>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <Title order={3} size="h5" mb={6}>{title}</Title>
      <List size="sm" spacing={2}>
        {lines.map((line) => <List.Item key={line}>{line}</List.Item>)}
      </List>
    </div>
  )
}
