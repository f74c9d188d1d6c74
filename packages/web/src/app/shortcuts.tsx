// The keys that work everywhere: G and a letter goes to a page, ? shows them all.

import { Group, Kbd, Modal, Stack, Table, Text } from '@mantine/core'
import { useDisclosure, useWindowEvent } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { NAVIGATION } from './navigation.ts'

/** Time in which the letter follows the G. */
const SEQUENCE_MS = 1_500

const ELSEWHERE: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['/'], 'Search pages, addresses and codes'],
  [['?'], 'Show these keys'],
  [['J', 'K'], 'Next and previous row of a table'],
  [['Enter'], 'Open the row'],
  [['Esc'], 'Close what is open'],
  [['B', 'U'], 'In Mailbox: mark and unmark for bouncing'],
]

export function Shortcuts() {
  const [opened, { open, close }] = useDisclosure(false)
  const navigate = useNavigate()
  const goAt = useRef(-Infinity)
  useWindowEvent('keydown', (event) => {
    if (isTyping(event)) return
    if (event.key === '?') open()
    else if (event.key === 'g') goAt.current = event.timeStamp
    else if (event.timeStamp - goAt.current < SEQUENCE_MS) {
      goAt.current = -Infinity
      const entry = NAVIGATION.find(({ key }) => key === event.key)
      if (entry === undefined) return
      event.preventDefault()
      void navigate({ to: entry.path })
    }
  })
  return (
    <Modal opened={opened} onClose={close} title="Keys" size="md">
      <Table withRowBorders={false}>
        <Table.Tbody>
          {ELSEWHERE.map(([keys, what]) => <Row key={what} keys={keys} what={what} />)}
          {NAVIGATION.filter(({ key }) => key !== undefined).map(({ key = '', label }) =>
            <Row key={label} keys={['G', key.toUpperCase()]} what={`Go to ${label}`} />)}
        </Table.Tbody>
      </Table>
      <Stack mt="sm"><Text size="sm" c="dimmed">They rest while you type in a field.</Text></Stack>
    </Modal>
  )
}

function Row({ keys, what }: { readonly keys: readonly string[]; readonly what: string }) {
  return (
    <Table.Tr>
      <Table.Td><Group gap={4}>{keys.map((key) => <Kbd key={key}>{key}</Kbd>)}</Group></Table.Td>
      <Table.Td>{what}</Table.Td>
    </Table.Tr>
  )
}

/** Whether a key belongs to a field, or to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const { target } = event
  return target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}
