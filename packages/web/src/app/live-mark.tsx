// Says whether what is shown follows what happens.

import { Group, Text, Tooltip } from '@mantine/core'
import { useLiveState, type LiveState } from '../api/live.ts'
import classes from './shell.module.css'

const WORDS: Readonly<Record<LiveState, readonly [short: string, long: string]>> = {
  live: ['Live', 'What you see follows what happens.'],
  connecting: ['Connecting', 'Carom is being asked to tell what happens.'],
  broken: ['Not live', 'The connection broke; it is tried again. What you see may be old.'],
}

export function LiveMark() {
  const state = useLiveState()
  const [short, long] = WORDS[state]
  return (
    <Tooltip label={long}>
      <Group gap={6} wrap="nowrap" role="status">
        <span className={classes['dot']} data-state={state} />
        <Text size="xs" c="dimmed" visibleFrom="xs">{short}</Text>
      </Group>
    </Tooltip>
  )
}
