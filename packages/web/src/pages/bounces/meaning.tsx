// What a bounce means in plain words, whose turn it is, and the exact terms for who knows them.

import { Alert, Code, Stack, Text, Title } from '@mantine/core'
import { CLASS_MEANINGS, parseEnhancedCode, registeredCode } from '@carom/core'
import { IconBulb } from '@tabler/icons-react'
import { AddressLink } from '../../app/links.tsx'
import { EvidenceText } from '../../parts/evidence-text.tsx'
import type { EventRow } from '../../parts/event-row.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { formatLength } from '../../parts/numbers.ts'
import { factOf, titleOf } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { formatExact, Time } from '../../parts/time.tsx'
import { wordOf } from '../../parts/word-of.ts'
import { spansOf } from './evidence.tsx'

export function Meaning({ row }: { readonly row: EventRow }) {
  const { address, event: { reason, diagnostic } } = row
  const fact = factOf(reason)
  return (
    <Stack gap="md">
      <div>
        <Text>{fact?.meaning}</Text>
        <Text size="sm">
          <AddressLink address={address} fz="inherit" />
          {row.list === '' ? null : <> · list <SafeText text={row.list} /></>}
        </Text>
      </div>
      {fact === undefined ? null : (
        <Alert variant="light" icon={<IconBulb size={20} />} title="What to do" py="xs">
          {fact.advice}
        </Alert>
      )}
      {diagnostic === undefined ? null : (
        <div>
          <Title order={3} size="h6" mb={4}>What the server said</Title>
          <EvidenceText text={diagnostic} spans={spansOf(row)} />
        </div>
      )}
      <div>
        <Title order={3} size="h6" mb={4}>In detail</Title>
        <Facts rows={[...codeFacts(row), ...retryFacts(row), ...placeFacts(row)]} />
      </div>
    </Stack>
  )
}

function codeFacts({ event }: EventRow): Fact[] {
  const { cause, replyCode, enhancedCode, retryAfterSeconds, blocklist } = event
  return [
    ['Reason', <Code key="reason">{event.reason}</Code>],
    ['Waits because', cause === undefined ? null : (
      <><Code>{cause}</Code> {titleOf(cause)}</>
    )],
    ['Reply code', replyCode === undefined ? null : (
      <><Code>{replyCode}</Code> {REPLY_CLASSES[String(replyCode)[0] ?? '']}</>
    )],
    ['Enhanced code', enhancedCode === undefined ? null : (
      <><Code><SafeText text={enhancedCode} /></Code> {meaningOf(enhancedCode)}</>
    )],
    ['Concerns', wordOf(SCOPES, event.scope) ?? event.scope],
    ['At the command', event.command === undefined ? null : <Code>{event.command}</Code>],
    ['Block list', blocklist === undefined ? null : (
      <SafeText text={[blocklist.name, blocklist.zone].filter(Boolean).join(' · ')} />
    )],
    ['Try again after', retryAfterSeconds === undefined
      ? null : formatLength(retryAfterSeconds * 1_000)],
  ]
}

function retryFacts({ retry }: EventRow): Fact[] {
  return retry === undefined ? [] : [['Another try', <SafeText key="retry" text={retry.why} />]]
}

const REPLY_CLASSES: Readonly<Record<string, string>> = {
  2: 'accepted', 4: 'refused for now', 5: 'refused for good',
}

const SCOPES: Readonly<Record<string, string>> = {
  'address': 'this address', 'domain': 'the whole domain', 'sender-ip': 'the sending IP address',
  'sender-domain': 'the sending domain', 'message': 'this message', 'network': 'the way there',
  'unknown': 'not said',
}

function meaningOf(text: string): string {
  const code = parseEnhancedCode(text)
  if (code === undefined) return ''
  return registeredCode(code.subject, code.detail)?.name ??
    (CLASS_MEANINGS as Readonly<Record<string, string>>)[String(code.class)] ?? ''
}

function placeFacts({ event, source, receivedAt, occurredAt }: EventRow): Fact[] {
  const text = (value: string | undefined) =>
    value === undefined ? null : <SafeText text={value} />
  return [
    ['Refused', <>{formatExact(occurredAt)} (<Time at={occurredAt} />)</>],
    ['Came in', <>{formatExact(receivedAt)} from <SafeText text={source} /></>],
    ['Receiver', text(event.provider)],
    ['Refusing server', text(event.remoteMta)],
    ['Reporting server', text(event.reportingMta)],
    ['Written by', text(event.reporter)],
    ['Original recipient', event.originalRecipient === event.recipient
      ? null : text(event.originalRecipient)],
    ['Final recipient', event.finalRecipient === event.recipient
      ? null : text(event.finalRecipient)],
    ['Subject', text(event.original?.subject)],
    ['Message-ID', text(event.original?.messageId)],
    ['Problems', text(event.problems?.join('; '))],
  ]
}
