// The keys that work, as a list.

import { Button, Group, Kbd, Modal, Table, Text, Title } from '@mantine/core'
import { useFocusBack } from '../parts/take-focus.ts'
import { NAVIGATION } from './navigation.ts'

const ELSEWHERE: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['/'], 'Search pages, addresses and codes'],
  [['?'], 'Show these keys'],
  [['J', 'K'], 'Next and previous row of a table'],
  [['Enter'], 'Open the row'],
  [['Esc'], 'Close what is open'],
  [['B', 'U'], 'In Mailbox: mark and unmark for bouncing'],
]

export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  useFocusBack()
  return (
    <Modal.Root opened onClose={onClose} size="md" lockScroll={false}>
      <Modal.Overlay />
      <Modal.Content aria-label="Keys">
        <Modal.Body>
          <Title order={2} size="h4" mb="xs">Keys</Title>
          <Keys />
          <Group mt="sm" justify="space-between">
            <Text size="sm" c="dimmed">They rest while you type in a field.</Text>
            <Button variant="default" onClick={onClose}>Close</Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Keys() {
  return (
    <Table withRowBorders={false} aria-label="Keys">
      <Table.Tbody>
        {ELSEWHERE.map(([keys, what]) => <Row key={what} keys={keys} what={what} />)}
        {NAVIGATION.filter(({ key }) => key !== undefined).map(({ key = '', label }) =>
          <Row key={label} keys={['G', key.toUpperCase()]} what={`Go to ${label}`} />)}
      </Table.Tbody>
    </Table>
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
