// The page Bounces: every bounce, narrowed as one likes, and one of them open beside.

import { Button, Skeleton, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { TextLink } from '../../app/links.tsx'
import { useSearchWords } from '../../app/search.ts'
import { CopyLink } from '../../parts/copy-link.tsx'
import { DataTable, TABLET } from '../../parts/data-table.tsx'
import { DownloadLink } from '../../parts/download-link.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import type { EventRow } from '../../parts/event-row.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { latePart } from '../../parts/late-part.tsx'
import { formatNumber } from '../../parts/numbers.ts'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SidePane } from '../../parts/side-pane.tsx'
import { formatDay } from '../../parts/time.tsx'
import {
  COLUMNS, FEW_COLUMNS, NARROW_COLUMNS, NARROW_ROW_PX, TABLET_COLUMNS,
} from './columns.tsx'
import classes from './bounces.module.css'
import { FIELDS, filterKey, SEARCH_FIELD, toQuery } from './filters.ts'
import { useBounceCount, useBounces } from './queries.ts'
import { QuickFilters } from './quick-filters.tsx'
import { useNeighbours } from './neighbours.ts'

const BouncePane = latePart(async () => (await import('./bounce-pane.tsx')).BouncePane)

export function Page() {
  const [words, change] = useSearchWords()
  const { id } = useParams({ strict: false })
  const navigate = useNavigate()
  const found = useBounces(words)
  const open = useCallback((next: string | undefined, replace = false) => {
    void navigate({
      to: '/bounces/{-$id}', params: { id: next }, replace, resetScroll: false,
      search: true,
    })
  }, [navigate])
  const step = useNeighbours(found.rows, id, (next) => open(next, true))
  useAround(found, id)
  return (
    <PageFrame
      title="Bounces" about="Everything that came back, and why it is judged as it is."
      actions={<QuickFilters />}
    >
      <div className={classes['filters']} data-open={id !== undefined || undefined}>
        <FilterBar
          search={SEARCH_FIELD} fields={FIELDS} words={words} onChange={change}
          result={<Found words={words} rows={found.rows} onShow={found.restart} />}
          actions={
            <>
              <CopyLink />
              <DownloadLink path="/v1/events/export" words={toQuery(words) as Words}>
                Export CSV
              </DownloadLink>
            </>
          }
        />
      </div>
      <SidePane
        list={<List found={found} openId={id} onOpen={(row) => open(row.id)} words={words} />}
        pane={id === undefined ? undefined : (
          <BouncePane id={id} step={step} onClose={() => open(undefined)} />
        )}
      />
    </PageFrame>
  )
}

/** Where the list is not shown, what is open tells which of it is needed. */
function useAround({ rows, span }: ReturnType<typeof useBounces>, id: string | undefined): void {
  useEffect(() => {
    const place = id === undefined ? -1 : rows.findIndex((row) => row.id === id)
    if (place >= 0) span.onSight(span.offset + place, span.offset + place)
  }, [rows, span, id])
}

type Words = { readonly [name: string]: string | undefined }

function List({ found, openId, onOpen, words }: {
  readonly found: ReturnType<typeof useBounces>
  readonly openId: string | undefined
  readonly onOpen: (row: EventRow) => void
  readonly words: Words
}) {
  const { rows, span, isOld, error, isPending, hasNextPage, scannedUntil } = found
  const isPhone = useMediaQuery('(max-width: 48em)') === true
  const isTablet = useMediaQuery(TABLET) === true
  const isNarrow = isPhone || (isTablet && openId !== undefined)
  if (error !== null && rows.length === 0) return <ErrorNotice error={error} />
  if (isPending) return <Skeleton height="calc(100dvh - 330px)" radius="md" />
  if (rows.length === 0 && !hasNextPage) return <Nothing words={words} />
  return (
    <Stack gap={6}>
      {rows.length === 0 ? null : (
        <DataTable
          label="Bounces" rows={rows} isOld={isOld}
          {...isNarrow ? { rowHeight: NARROW_ROW_PX } : {}}
          columns={isNarrow ? NARROW_COLUMNS
            : openId !== undefined ? FEW_COLUMNS : isTablet ? TABLET_COLUMNS : COLUMNS}
          keyOf={({ id }) => id} onOpen={onOpen} openKey={openId} span={span}
          height="calc(100dvh - 318px)"
        />
      )}
      {hasNextPage && scannedUntil !== undefined
        ? `Looked through everything since ${formatDay(scannedUntil)}; looking further back …`
        : null}
      {error === null ? null : <ErrorNotice error={error} />}
    </Stack>
  )
}

function Nothing({ words }: { readonly words: Words }) {
  if (Object.keys(filterKey(words)).length > 0) {
    return (
      <EmptyNotice title="No bounce fits">
        Take a filter away above, or choose a longer time. Other kinds of events, such as
        complaints and delays, are found with the filter Kind.
      </EmptyNotice>
    )
  }
  return (
    <EmptyNotice title="No bounce has come in yet">
      Tell Carom where bounces come from: a mailbox, the log of your mail server, or the webhook of
      your sending platform. <TextLink to="/sources" fz="inherit">Set up a source</TextLink>
    </EmptyNotice>
  )
}

/** How many, and that there are newer ones than those on the screen. */
function Found({ words, rows, onShow }: {
  readonly words: Words; readonly rows: readonly EventRow[]; readonly onShow: () => void
}) {
  const { data } = useBounceCount(words)
  if (data?.count === undefined) return null
  const { count: { n, isMore }, newest } = data
  const first = rows[0]?.seq
  const hasNews = newest !== undefined && words['order'] !== 'oldest' &&
    (first === undefined ? n > 0 : newest > first)
  return (
    <>
      {isMore ? `more than ${formatNumber(n)}` : formatNumber(n)} found{' '}
      {hasNews ? (
        <Button size="compact-sm" variant="light" onClick={onShow}>Newer ones came in: show</Button>
      ) : null}
    </>
  )
}
