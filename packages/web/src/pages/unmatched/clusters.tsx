// Clusters of what nobody could read, the biggest first; the open one beside them.

import { Skeleton, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { usePages } from '../../api/pages.ts'
import { useSearchWords } from '../../app/search.ts'
import { DataTable, type TableColumn } from '../../parts/data-table.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { latePart } from '../../parts/late-part.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { SidePane } from '../../parts/side-pane.tsx'
import { Time } from '../../parts/time.tsx'
import { fetchClusters, type Cluster } from './queries.ts'
import classes from './unmatched.module.css'

const ClusterPane = latePart(async () => (await import('./cluster-pane.tsx')).ClusterPane)

const COLUMNS: readonly TableColumn<Cluster>[] = [
  {
    id: 'n', header: 'Times', width: '70px',
    cell: ({ n }) => <Text span size="sm" fw={600}>{formatNumber(n)}</Text>,
  },
  {
    id: 'text', header: 'What they share', width: 'minmax(180px, 2fr)',
    cell: ({ text }) => <SafeText text={text} />,
  },
  {
    id: 'sources', header: 'From', width: 'minmax(90px, 0.5fr)', wideOnly: true,
    cell: ({ sources }) => <SafeText text={sources.join(', ')} />,
  },
  {
    id: 'first', header: 'First', width: '110px', wideOnly: true,
    cell: ({ firstAt }) => <Time at={firstAt} />,
  },
  { id: 'last', header: 'Last', width: '110px', cell: ({ lastAt }) => <Time at={lastAt} /> },
]

/** Beside an open cluster. */
const FEW_COLUMNS = COLUMNS.slice(0, 2)

/** Two lines for each, where there is room for one column only. */
const NARROW_COLUMNS: readonly TableColumn<Cluster>[] = [{
  id: 'cluster', header: 'What they share', width: 'minmax(0, 1fr)',
  cell: ({ n, text, lastAt }) => (
    <>
      <div className={classes['cut']}><SafeText text={text} /></div>
      <Text size="xs" c="dimmed" className={classes['cut']}>
        <b>{countOf(n, 'time')}</b> · last <Time at={lastAt} />
      </Text>
    </>
  ),
}]
const NARROW_ROW_PX = 58

export function Clusters() {
  const [words, change] = useSearchWords()
  const { rows, more, error, isPending } = usePages<Cluster>(['unmatched'], fetchClusters)
  const open = rows.find(({ id }) => id === words['cluster'])
  const isNarrow = useMediaQuery('(max-width: 62em)') === true
  if (error !== null) return <ErrorNotice error={error} />
  if (isPending) return <Skeleton h={420} />
  if (rows.length === 0) {
    return (
      <EmptyNotice title="Everything was read">
        What comes in and cannot be read stands here, those alike together, so that you can write a
        rule for them once.
      </EmptyNotice>
    )
  }
  return (
    <SidePane
      list={(
        <DataTable
          label="Clusters" rows={rows} keyOf={({ id }) => id} onEnd={more}
          columns={isNarrow ? NARROW_COLUMNS : open === undefined ? COLUMNS : FEW_COLUMNS}
          {...isNarrow ? { rowHeight: NARROW_ROW_PX } : {}}
          openKey={words['cluster']} onOpen={({ id }) => change({ cluster: id })}
        />
      )}
      pane={open === undefined ? undefined : (
        <ClusterPane
          key={open.id} cluster={open} onClose={() => change({ cluster: undefined })}
          onKept={({ id, enabled }) => change({
            cluster: undefined, view: enabled === false ? 'rules' : 'again', rule: id,
          })}
        />
      )}
    />
  )
}
