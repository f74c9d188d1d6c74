// The page Suppressions: who gets no mail and why; add, lift, import, export.

import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useLongList } from '../../api/long-list.ts'
import { PAGE_ROWS } from '../../api/pages.ts'
import { useSearchWords, type SearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { CopyLink } from '../../parts/copy-link.tsx'
import { DataTable, TABLET } from '../../parts/data-table.tsx'
import { DownloadLink } from '../../parts/download-link.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { latePart } from '../../parts/late-part.tsx'
import { formatNumber } from '../../parts/numbers.ts'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SidePane } from '../../parts/side-pane.tsx'
import {
  COLUMNS, FEW_COLUMNS, NARROW_COLUMNS, NARROW_ROW_PX, TABLET_COLUMNS, type Suppression,
} from './columns.tsx'
import { FIELDS, filterKey, SEARCH_FIELD, toQuery } from './filters.ts'
import classes from './suppressions.module.css'

const Add = latePart(async () => (await import('./add.tsx')).Add)
const Import = latePart(async () => (await import('./import/import.tsx')).Import)
const SuppressionPane = latePart(
  async () => (await import('./suppression-pane.tsx')).SuppressionPane)

function useSuppressions(words: SearchWords) {
  return useLongList<Suppression>(['suppressions', filterKey(words)], async (cursor) =>
    await answerOf(api.GET('/v1/suppressions', { params: { query: {
      ...toQuery(words), limit: PAGE_ROWS, ...(cursor === undefined ? {} : { cursor }),
    } } })))
}

export function Page() {
  const [words, change] = useSearchWords()
  const found = useSuppressions(words)
  const pane = paneOf(words, found.rows, change)
  const why = useMay('operator') ? undefined : NEEDS_OPERATOR
  return (
    <PageFrame
      title="Suppressions" about="Who gets no mail, why, on whose word, and until when."
      actions={
        <>
          <ActionButton
            variant="default" why={why} onClick={() => change({ show: 'import', open: undefined })}
          >
            Import
          </ActionButton>
          <ActionButton why={why} onClick={() => change({ show: 'add', open: undefined })}>
            Add
          </ActionButton>
        </>
      }
    >
      <div className={classes['filters']} data-open={pane !== undefined || undefined}>
        <FilterBar
          search={SEARCH_FIELD} fields={FIELDS} words={words} onChange={change}
          result={<Found words={words} found={found} />}
          actions={
            <>
              <CopyLink />
              <DownloadLink path="/v1/suppressions/export" words={toQuery(words) as SearchWords}>
                Export CSV
              </DownloadLink>
            </>
          }
        />
      </div>
      <SidePane
        list={<List found={found} words={words} change={change} hasPane={pane !== undefined} />}
        pane={pane}
      />
    </PageFrame>
  )
}

/** How many there are, of which the list shows those that were scrolled to. */
function Found({ words, found }: {
  readonly words: SearchWords; readonly found: ReturnType<typeof useSuppressions>
}) {
  const { rows, span, hasNextPage, isPending, isOld } = found
  const isKnown = !isPending && !isOld
  // Where the list has them all, nobody has to look through a million once more.
  const isAll = span.offset === 0 && !hasNextPage
  const { data } = useQuery({
    enabled: isKnown && !isAll,
    queryKey: ['suppressions', 'count', filterKey(words)],
    queryFn: async () => await answerOf(api.GET('/v1/suppressions', { params: { query: {
      ...toQuery(words), limit: 1, count: true,
    } } })),
  })
  if (isKnown && isAll) return `${formatNumber(rows.length)} found`
  if (data?.count === undefined) return null
  const { n, isMore } = data.count
  return `${isMore ? 'more than ' : ''}${formatNumber(n)} found`
}

type Change = (change: SearchWords) => void

/** What is open beside the list stands in the address of the page, as filters do. */
function paneOf({ show, open }: SearchWords, rows: readonly Suppression[], change: Change) {
  const close = (): void => change({ show: undefined, open: undefined })
  if (show === 'add') return <Add onClose={close} />
  if (show === 'import') return <Import onClose={close} />
  if (open === undefined) return undefined
  return <SuppressionPane row={rows.find((row) => keyOf(row) === open)} onClose={close} />
}

function keyOf({ address, list }: Suppression): string {
  return list === '' ? address : `${address} ${list}`
}

function List({ found, words, change, hasPane }: {
  readonly found: ReturnType<typeof useSuppressions>
  readonly words: SearchWords
  readonly change: Change
  readonly hasPane: boolean
}) {
  const { rows, span, isOld, error, isPending } = found
  const isPhone = useMediaQuery('(max-width: 48em)') === true
  const isTablet = useMediaQuery(TABLET) === true
  const isNarrow = isPhone || (isTablet && hasPane)
  if (error !== null && rows.length === 0) return <ErrorNotice error={error} />
  if (isPending) return <Skeleton height="calc(100dvh - 330px)" radius="md" />
  if (rows.length === 0) {
    return Object.keys(filterKey(words)).length === 0 ? (
      <EmptyNotice title="Everybody gets mail">
        Nobody is suppressed. Bring the list of the system that you used before, so that nobody is
        mailed who should not be: press Import.
      </EmptyNotice>
    ) : <EmptyNotice title="No suppression fits">Take a filter away above.</EmptyNotice>
  }
  return (
    <>
      <DataTable
        label="Suppressions" rows={rows} isOld={isOld} keyOf={keyOf} span={span}
        openKey={words['open']}
        columns={isNarrow ? NARROW_COLUMNS
          : hasPane ? FEW_COLUMNS : isTablet ? TABLET_COLUMNS : COLUMNS}
        {...isNarrow ? { rowHeight: NARROW_ROW_PX } : {}} height="calc(100dvh - 318px)"
        onOpen={(row) => change({ open: keyOf(row), show: undefined })}
      />
      {error === null ? null : <ErrorNotice error={error} />}
    </>
  )
}
