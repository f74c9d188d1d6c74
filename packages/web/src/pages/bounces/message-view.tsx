// A message as a tree: its parts, their header fields and texts, and the whole as it came. All of
// it is text: nothing in it is drawn, fetched or run.

import { Button, Group, SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { useSearchWords } from '../../app/search.ts'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { EvidenceText } from '../../parts/evidence-text.tsx'
import { Facts } from '../../parts/facts.tsx'
import { countOf, formatBytes } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import classes from './message-view.module.css'

type Message = Schema<'EventMessage'>
type Part = Message['parts'][number]

const VIEWS = [
  { value: 'parts', label: 'Parts' }, { value: 'headers', label: 'Headers' },
  { value: 'raw', label: 'Raw' },
]

export function MessageView({ message, id }: { readonly message: Message; readonly id: string }) {
  const [words, change] = useSearchWords()
  const view = VIEWS.find(({ value }) => value === words['view'])?.value ?? 'parts'
  if (!message.isKept) {
    return (
      <EmptyNotice title="The message is no longer kept">
        Its time is over; what was read in it stays. How long messages are kept is set in the
        configuration.
      </EmptyNotice>
    )
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <SegmentedControl
          size="xs" data={VIEWS} value={view} aria-label="How the message is shown"
          onChange={(next) => change({ view: next === 'parts' ? undefined : next })}
        />
        <Button
          component="a" href={`/v1/events/${encodeURIComponent(id)}/raw`} download
          size="compact-sm" variant="default" leftSection={<IconDownload size={14} />}
        >
          Download ({formatBytes(message.size)})
        </Button>
      </Group>
      {view === 'parts' ? <Parts message={message} /> : null}
      {view === 'headers' ? <Headers headers={message.headers} /> : null}
      {view === 'raw' ? <Raw message={message} /> : null}
    </Stack>
  )
}

function Parts({ message: { parts, marks } }: { readonly message: Message }) {
  const first = marks.find(({ inPart }) => inPart !== undefined)?.inPart?.path
  const [chosen, setChosen] = useState(first ?? parts.find(({ text }) => text !== undefined)?.path)
  const part = parts.find(({ path }) => path === chosen)
  return (
    <>
      <ul className={classes['tree']} aria-label="Parts of the message">
        {parts.map((one) => (
          <li key={one.path} style={{ paddingInlineStart: one.depth * 16 }}>
            <UnstyledButton
              className={classes['part']} onClick={() => setChosen(one.path)}
              aria-pressed={one.path === chosen}
            >
              <SafeText text={one.type} />
              {one.name === undefined ? null : <> · <SafeText text={one.name} /></>}
              <Text component="span" size="xs" c="dimmed"> {formatBytes(one.size)}</Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {part === undefined ? null : <PartView part={part} message={{ marks }} />}
    </>
  )
}

function PartView({ part, message: { marks } }: {
  readonly part: Part; readonly message: Pick<Message, 'marks'>
}) {
  const { path, text, headers, charset, encoding, isCut } = part
  const spans = marks.flatMap(({ inPart, rule }) => inPart?.path === path
    ? [{ from: inPart.start, to: inPart.end, rule }] : [])
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        <SafeText text={[charset, encoding, ''].filter((word) => word !== undefined).join(' ')} />
        {spans.length === 0 ? null : `${countOf(spans.length, 'place')} marked`}
      </Text>
      {text === undefined
        ? <Text size="sm" c="dimmed">It holds no text of its own.</Text>
        : <EvidenceText text={text} spans={spans} />}
      {isCut === true ? <Text size="xs" c="dimmed">The rest is in the download.</Text> : null}
      <Headers headers={headers} />
    </Stack>
  )
}

/** A message may have any number of fields. */
const HEADERS_SHOWN = 200

function Headers({ headers }: { readonly headers: Message['headers'] }) {
  return (
    <>
      <Facts
        rows={headers.slice(0, HEADERS_SHOWN).map(({ name, value }, i) =>
          [`${i + 1}. ${name.slice(0, 80)}`, <SafeText key={name} text={value} />])}
      />
      {headers.length <= HEADERS_SHOWN ? null : (
        <Text size="xs" c="dimmed">
          and {countOf(headers.length - HEADERS_SHOWN, 'more field')} in the download
        </Text>
      )}
    </>
  )
}

function Raw({ message: { raw, marks } }: { readonly message: Message }) {
  const spans = marks.flatMap(({ inRaw, rule }) =>
    inRaw === undefined ? [] : [{ from: inRaw.start, to: inRaw.end, rule }])
  return (
    <>
      <EvidenceText text={raw.text} spans={spans} />
      {raw.isCut ? <Text size="xs" c="dimmed">The rest is in the download.</Text> : null}
    </>
  )
}
