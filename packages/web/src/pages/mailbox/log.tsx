// The log of what was sent: bounces and abuse reports, newest first.

import { Badge } from '@mantine/core'
import { answerOf, api } from '../../api/client.ts'
import { usePages } from '../../api/pages.ts'
import { DataTable, type TableColumn } from '../../parts/data-table.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import type { LoggedBounce } from './queries.ts'

const COLORS: Readonly<Record<string, string>> = { sent: 'teal', failed: 'red' }

const COLUMNS: readonly TableColumn<LoggedBounce>[] = [
  { id: 'at', header: 'When', width: '120px', cell: ({ at }) => <Time at={at} /> },
  {
    id: 'kind', header: 'What', width: '96px', wideOnly: true,
    cell: ({ kind }) => kind === 'bounce' ? 'Bounce' : 'Report',
  },
  {
    id: 'recipient', header: 'To', width: 'minmax(150px, 1fr)',
    cell: ({ recipient }) => <SafeText text={recipient} />,
  },
  {
    id: 'state', header: 'Outcome', width: '90px',
    cell: ({ state }) => (
      <Badge variant="light" tt="none" radius="sm" color={COLORS[state] ?? 'yellow'}>{state}</Badge>
    ),
  },
  {
    id: 'answer', header: 'Answer of the relay', width: 'minmax(160px, 1.3fr)', wideOnly: true,
    cell: ({ answer }) => <SafeText text={answer ?? ''} />,
  },
  {
    id: 'original', header: 'Message', width: 'minmax(140px, 1fr)', wideOnly: true,
    cell: ({ originalMessageId }) => <SafeText text={originalMessageId ?? ''} />,
  },
  {
    id: 'actor', header: 'By', width: '110px', wideOnly: true,
    cell: ({ actor }) => <SafeText text={actor} />,
  },
]

export function Log() {
  const { rows, more, error, isPending } = usePages<LoggedBounce>(['bounce-log'], async (cursor) =>
    await answerOf(api.GET('/v1/bounces', { params: {
      query: { limit: 200, ...cursor === undefined ? {} : { cursor } },
    } })))
  if (error !== null) return <ErrorNotice error={error} />
  if (!isPending && rows.length === 0) {
    return (
      <EmptyNotice title="Nothing was sent yet">
        Every bounce and every abuse report that is sent stands here, with who sent it and what the
        relay answered.
      </EmptyNotice>
    )
  }
  return (
    <DataTable
      label="Sent bounces" columns={COLUMNS} rows={rows} keyOf={({ seq }) => String(seq)}
      onEnd={more}
    />
  )
}
