// What one message reports about one recipient.

import { REASONS_TABLE } from '@carom/core/codes'
import { Paper, Stack, Text, Title } from '@mantine/core'
import { Facts, type Fact } from '../../../parts/facts.tsx'
import { SafeText } from '../../../parts/safe-text.tsx'
import { formatExact } from '../../../parts/time.tsx'
import type { ExplainedEvent, ExplainedMessage } from '../engine/types.ts'
import { ReplyAnswer } from './reply-answer.tsx'

export function EventAnswer({ row: { event, reply }, message }: {
  readonly row: ExplainedEvent; readonly message: ExplainedMessage
}) {
  const { recipient, kind, reason } = event
  const fact = REASONS_TABLE.find((one) => one.reason === reason)
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <Title order={2} size="h4"><SafeText text={recipient ?? 'No address'} /> · {kind}</Title>
        {reply === undefined
          ? <Text>{fact?.title}: {fact?.meaning} {fact?.advice}</Text>
          : <ReplyAnswer reply={reply} />}
        <Title order={3} size="h5">What the message says</Title>
        <Facts rows={factsOf(event, message)} />
      </Stack>
    </Paper>
  )
}

function factsOf(event: ExplainedEvent['event'], message: ExplainedMessage): Fact[] {
  const { reporter, reportingMta, remoteMta, occurredAt, arrivalDate, original } = event
  const { finalRecipient, recipient, willRetryUntil, feedbackType } = event
  const problems = [...new Set([...message.problems, ...event.problems ?? []])]
  return [
    ['Reported by', text([reportingMta, reporter && `(${reporter})`].filter(Boolean).join(' '))],
    ['Refused by', text(remoteMta)],
    ['When', occurredAt === undefined ? undefined : formatExact(occurredAt)],
    ['Tried since', arrivalDate === undefined ? undefined : formatExact(arrivalDate)],
    ['Is tried until', willRetryUntil === undefined ? undefined : formatExact(willRetryUntil)],
    ['Final address', finalRecipient === recipient ? undefined : text(finalRecipient)],
    ['Kind of complaint', text(feedbackType)],
    ['Message that came back', text(original?.subject)],
    ['Its Message-ID', text(original?.messageId)],
    ['Its sender', text(original?.from)],
    ['Subject of the report', text(message.subject)],
    ['Damage in the report', problems.length === 0 ? undefined : problems.join(', ')],
  ]
}

function text(value: string | undefined) {
  return value === undefined || value === '' ? undefined : <SafeText text={value} />
}
