// What proves the verdict: the words that decided, in the reply and in the message, and the rules
// that read them; and how the rules of now read it.

import { Code, Stack, Text, Title } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { BouncesLink } from '../../app/links.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { EvidenceText, type EvidenceSpan } from '../../parts/evidence-text.tsx'
import type { EventRow } from '../../parts/event-row.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import classes from './bounces.module.css'
import { JudgeAgain } from './judge-again.tsx'

/** Places in `diagnostic`; a rule that read none has none. */
export function spansOf({ event: { because } }: EventRow): EvidenceSpan[] {
  return because.flatMap(({ span: [from, to], rule }) => to > from ? [{ from, to, rule }] : [])
}

export function Evidence({ row, message, error }: {
  readonly row: EventRow
  readonly message: Schema<'EventMessage'> | undefined
  readonly error: Error | null
}) {
  const { event: { because, diagnostic } } = row
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h6" mb={4}>In the reply</Title>
        {diagnostic === undefined
          ? <Text size="sm" c="dimmed">No reply came with it; the codes decided.</Text>
          : <EvidenceText text={diagnostic} spans={spansOf(row)} />}
      </div>
      <div>
        <Title order={3} size="h6" mb={4}>Rules that fired</Title>
        <ul className={classes['rules']}>
          {because.map(({ rule, part, text, span }) => (
            <li key={`${rule} ${part} ${span.join('-')}`}>
              <BouncesLink words={{ rule }} title="All bounces read by this rule">
                <Code className={classes['rule']}>{rule}</Code>
              </BouncesLink>
              <Text size="sm">read in the {part}: <b><SafeText text={text} /></b></Text>
            </li>
          ))}
        </ul>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {message === undefined ? null : <InMessage message={message} />}
      <JudgeAgain id={row.id} />
    </Stack>
  )
}

/** Characters before and after what is marked. */
const AROUND_CHARS = 600

function InMessage({ message: { marks, parts, raw, isKept } }: {
  readonly message: Schema<'EventMessage'>
}) {
  if (!isKept) {
    return <Text size="sm" c="dimmed">The message itself is no longer kept.</Text>
  }
  const places = parts.flatMap(({ path, type, text }) => {
    const spans = marks.flatMap(({ inPart, rule }) => inPart?.path === path
      ? [{ from: inPart.start, to: inPart.end, rule }] : [])
    return spans.length === 0 || text === undefined ? [] : [{ path, type, ...cutOut(text, spans) }]
  })
  const inRaw = marks.flatMap(({ inRaw: place, rule }) =>
    place === undefined ? [] : [{ from: place.start, to: place.end, rule }])
  const sections = places.length > 0 || inRaw.length === 0
    ? places : [{ path: 'raw', type: 'as it came', ...cutOut(raw.text, inRaw) }]
  return (
    <div>
      <Title order={3} size="h6" mb={4}>In the message</Title>
      {sections.length === 0
        ? <Text size="sm" c="dimmed">The words stand in no part that is shown as text.</Text>
        : sections.map(({ path, type, text, spans }) => (
          <div key={path}>
            <Text size="xs" c="dimmed">
              Part <SafeText text={path} /> · <SafeText text={type} />
            </Text>
            <EvidenceText text={text} spans={spans} />
          </div>
        ))}
    </div>
  )
}

/** The marked places with what stands around them. */
function cutOut(
  text: string, spans: readonly EvidenceSpan[],
): { readonly text: string; readonly spans: readonly EvidenceSpan[] } {
  const from = Math.max(0, Math.min(...spans.map((span) => span.from)) - AROUND_CHARS)
  const to = Math.max(...spans.map((span) => span.to)) + AROUND_CHARS
  return {
    text: text.slice(from, to),
    spans: spans.map((span) => ({ ...span, from: span.from - from, to: span.to - from })),
  }
}
