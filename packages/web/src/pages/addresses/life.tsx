// The life of an address, day by day: what came in, what was sent, what was decided and by whom.

import { Button, Paper, Skeleton, Text, Title } from '@mantine/core'
import { Fragment, useMemo } from 'react'
import { BounceLink } from '../../app/links.tsx'
import { AuditLine, detailOf } from '../../parts/audit-line.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { codesOf, KIND_WORDS, toEventRow, type EventRow } from '../../parts/event-row.ts'
import { titleOf } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { formatDay, formatExact } from '../../parts/time.tsx'
import classes from './addresses.module.css'
import { NoteLine } from './notes.tsx'
import { useTimeline, type Entry } from './queries.ts'

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const REPLY_CHARS_MAX = 200

export function Life({ address }: { readonly address: string }) {
  const { rows, error, isPending, hasNextPage, isFetching, more } = useTimeline(address)
  const takenBack = useMemo(() => notesTakenBack(rows), [rows])
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="life">
      <Title order={3} size="h5" id="life" mb="xs">What happened</Title>
      {error === null ? null : <ErrorNotice error={error} />}
      {isPending ? <Skeleton height={280} radius="md" /> : null}
      {!isPending && rows.length === 0 ? <EmptyNotice title="Nothing yet" /> : null}
      {groupByDay(rows).map(([day, entries]) => (
        <Fragment key={day}>
          <Title order={4} size="h6" className={classes['day']}>{day}</Title>
          <ul className={classes['entries']}>
            {entries.map((entry) => (
              <li key={keyOf(entry)} className={classes['entry']}>
                <Text
                  component="time" size="sm" c="dimmed" dateTime={entry.at}
                  title={formatExact(entry.at)}
                >
                  {CLOCK.format(new Date(entry.at))}
                </Text>
                <EntryWords entry={entry} takenBack={takenBack} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      {hasNextPage ? (
        <Button variant="default" loading={isFetching} onClick={more}>Show earlier</Button>
      ) : null}
    </Paper>
  )
}

/** Taken back later, they stand further down. */
function notesTakenBack(rows: readonly Entry[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ audit }) =>
    audit?.action === 'note-taken-back' ? detailOf(audit).of ?? [] : []))
}

function EntryWords({ entry: { kind, event, audit, messageId, list }, takenBack }: {
  readonly entry: Entry; readonly takenBack: ReadonlySet<number>
}) {
  if (kind === 'audit' && audit?.action === 'noted') {
    return <NoteLine row={audit} isTakenBack={takenBack.has(audit.seq)} />
  }
  if (kind === 'audit' && audit !== undefined) return <AuditLine row={audit} />
  if (kind === 'event' && event !== undefined) return <EventWords row={toEventRow(event)} />
  return (
    <Text size="sm">
      <b>Sent</b> <SafeText text={messageId ?? ''} />
      {list === undefined || list === '' ? null : <> · list <SafeText text={list} /></>}
    </Text>
  )
}

function EventWords({ row }: { readonly row: EventRow }) {
  const { id, source, counted, event: { kind, reason, diagnostic } } = row
  return (
    <div>
      <Text size="sm">
        <BounceLink id={id} fz="inherit" fw={600}>
          {KIND_WORDS[kind]}{kind === 'failed' ? `: ${titleOf(reason)}` : ''}
        </BounceLink>{' '}
        <Text component="span" size="sm" ff="monospace">{codesOf(row)}</Text>
      </Text>
      {diagnostic === undefined ? null : (
        <Text size="xs"><SafeText text={diagnostic.slice(0, REPLY_CHARS_MAX)} /></Text>
      )}
      <Text size="xs" c="dimmed">
        from <SafeText text={source} />{counted ? '' : ' · did not count'}
      </Text>
    </div>
  )
}

function groupByDay(entries: readonly Entry[]): (readonly [string, readonly Entry[]])[] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = formatDay(entry.at)
    const there = days.get(day)
    if (there === undefined) days.set(day, [entry])
    else there.push(entry)
  }
  return [...days]
}

function keyOf({ kind, at, event, audit, messageId, list }: Entry): string {
  return `${kind} ${event?.id ?? audit?.seq ?? `${messageId} ${list} ${at}`}`
}
