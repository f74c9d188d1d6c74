// What a message or a file of messages reports: one recipient at once, several as a table.

import { Alert, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { RemedyBadge } from '../../../parts/badges.tsx'
import { DataTable, type TableColumn } from '../../../parts/data-table.tsx'
import { EmptyNotice } from '../../../parts/empty-notice.tsx'
import { SafeText } from '../../../parts/safe-text.tsx'
import type { Answer, ExplainedEvent, ExplainedMessage } from '../engine/types.ts'
import { EventAnswer } from './event-answer.tsx'

type Row = {
  readonly key: string; readonly row: ExplainedEvent; readonly message: ExplainedMessage
}

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    id: 'recipient', header: 'Recipient', width: 'minmax(170px, 1.2fr)',
    cell: ({ row: { event } }) => <SafeText text={event.recipient ?? 'No address'} />,
  },
  {
    id: 'reason', header: 'Reason', width: 'minmax(130px, 0.8fr)',
    cell: ({ row: { event } }) => event.kind === 'failed' ? event.reason : event.kind,
  },
  {
    id: 'remedy', header: 'What to do', width: '100px',
    cell: ({ row: { event } }) => <RemedyBadge remedy={event.remedy} />,
  },
  {
    id: 'subject', header: 'Message', width: 'minmax(120px, 1fr)', wideOnly: true,
    cell: ({ row: { event } }) => <SafeText text={event.original?.subject ?? ''} />,
  },
]

export function MessagesAnswer({ answer: { messages, total, others } }: {
  readonly answer: Extract<Answer, { kind: 'messages' }>
}) {
  const rows = useMemo(() => messages.flatMap((message) => message.events.map((row, i): Row =>
    ({ key: `${message.number} ${i}`, row, message }))), [messages])
  const [openKey, setOpenKey] = useState<string>()
  const open = rows.find(({ key }) => key === openKey) ?? rows[0]
  if (open === undefined) {
    return (
      <EmptyNotice title="No bounce in it">
        {total === 1 ? 'This message is no bounce and no complaint.'
          : `None of these ${total} messages is a bounce or a complaint.`} Replies, receipts of
        reading and newsletters are none.
      </EmptyNotice>
    )
  }
  return (
    <Stack gap="md">
      {rows.length === 1 && total === 1 ? null : (
        <>
          <Text size="sm">
            {count(rows.length, 'recipient')} in {count(messages.length, 'bounce')}
            {others > 0 ? `; ${count(others, 'other message')}` : ''}.
          </Text>
          <DataTable
            label="What was read" columns={COLUMNS} rows={rows} keyOf={({ key }) => key}
            openKey={open.key} onOpen={({ key }) => setOpenKey(key)} height="320px"
          />
        </>
      )}
      <Cut messages={messages} total={total} others={others} />
      <EventAnswer key={open.key} row={open.row} message={open.message} />
    </Stack>
  )
}

function Cut({ messages, total, others }: {
  readonly messages: readonly ExplainedMessage[]; readonly total: number; readonly others: number
}) {
  const left = messages.reduce((sum, one) => sum + one.left, 0)
  const unread = total - others - messages.length
  if (left === 0 && unread === 0) return null
  return (
    <Alert color="yellow" title="Not all is shown">
      {left > 0 ? `${count(left, 'more recipient')} of long lists. ` : ''}
      {unread > 0 ? `${count(unread, 'more message')} of the file. ` : ''}
      <code>carom parse</code> reads any number.
    </Alert>
  )
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
}
