// A message to be looked at before it is judged: its text, its header, the names of what is
// attached. Nothing in it is fetched or run.

import { Alert, Button, Code, Group, Skeleton, Stack, Table, Tabs, Text } from '@mantine/core'
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { formatBytes } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { TabList } from '../../parts/tab-list.tsx'
import { formatExact } from '../../parts/time.tsx'
import type { Schema } from '../../api/client.ts'
import classes from './mailbox.module.css'
import { messageQuery, type MailRow } from './queries.ts'
import type { Mark } from './use-marks.ts'

export function Preview({ mailbox, messageKey, row, onMark, onClose }: {
  readonly mailbox: string
  readonly messageKey: string
  /** Its line in the list, where that is loaded. */
  readonly row: MailRow | undefined
  readonly onMark: (mark: Mark) => void
  readonly onClose: () => void
}) {
  const { data, error } = useQuery(messageQuery(mailbox, messageKey))
  const shown = row ?? data
  const isMarked = shown?.mark === 'bounce'
  return (
    <PaneFrame
      name="Message" onClose={onClose}
      title={<SafeText text={shown?.subject === '' ? '(no subject)' : shown?.subject ?? ''} />}
    >
      <Stack gap="md">
        <Group gap="xs">
          <Button
            size="xs" variant={isMarked ? 'light' : 'filled'} color="red"
            leftSection={<IconArrowBackUp size={16} />}
            onClick={() => onMark(isMarked ? null : 'bounce')}
          >
            {isMarked ? 'Unmark (U)' : 'Mark for bouncing (B)'}
          </Button>
          <Button
            component="a" size="xs" variant="default" leftSection={<IconDownload size={16} />}
            href={rawPath(mailbox, messageKey)} download
          >
            As it came
          </Button>
        </Group>
        {error === null ? null : <ErrorNotice error={error} />}
        {data === undefined ? error === null && <Skeleton h={320} /> : <Shown message={data} />}
      </Stack>
    </PaneFrame>
  )
}

function rawPath(mailbox: string, key: string): string {
  return `/v1/mailboxes/${encodeURIComponent(mailbox)}/messages/${encodeURIComponent(key)}/raw`
}

function Shown({ message }: { readonly message: Schema<'MailMessagePreview'> }) {
  const { author, to, receivedAt, size, text, isCut, headers, attachments } = message
  return (
    <>
      <Facts rows={[
        ['From', <SafeText key="from" text={author} />], ['To', <SafeText key="to" text={to} />],
        ['Received', formatExact(receivedAt)], ['Size', formatBytes(size)],
      ]} />
      <Tabs defaultValue="text" keepMounted={false}>
        <TabList mb="xs">
          <Tabs.Tab value="text">Text</Tabs.Tab>
          <Tabs.Tab value="headers">Header</Tabs.Tab>
          <Tabs.Tab value="attachments">Attached ({attachments.length})</Tabs.Tab>
        </TabList>
        <Tabs.Panel value="text">
          <pre className={classes['body']} tabIndex={0} aria-label="Text of the message">
            {text === '' ? 'It has no text.' : <SafeText text={text} />}
          </pre>
          {isCut ? <Text size="xs" c="dimmed">It goes on in the message as it came.</Text> : null}
        </Tabs.Panel>
        <Tabs.Panel value="headers"><Headers rows={headers} /></Tabs.Panel>
        <Tabs.Panel value="attachments">
          {attachments.length === 0 ? <Text size="sm" c="dimmed">Nothing is attached.</Text> : (
            <Alert color="gray" p="xs">
              {attachments.map(({ name, type, size: bytes }, i) => (
                // eslint-disable-next-line react/no-array-index-key -- two may have one name
                <Text key={i} size="sm">
                  <SafeText text={name} /> <Code><SafeText text={type} /></Code>{' '}
                  {formatBytes(bytes)}
                </Text>
              ))}
              <Text size="xs" c="dimmed" mt={4}>Only their names: nothing is opened here.</Text>
            </Alert>
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function Headers({ rows }: { readonly rows: Schema<'MailMessagePreview'>['headers'] }) {
  return (
    <Table fz="xs" verticalSpacing={3} layout="fixed">
      <Table.Tbody>
        {rows.map(({ name, value }, i) => (
          // eslint-disable-next-line react/no-array-index-key -- fields repeat
          <Table.Tr key={i}>
            <Table.Th w={140} style={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}>
              <SafeText text={name} />
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }} ff="monospace">
              <SafeText text={value} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
