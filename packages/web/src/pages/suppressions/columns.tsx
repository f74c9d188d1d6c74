// What a row of the suppression list says.

import { Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { actorWords } from '../../parts/audit-line.tsx'
import type { TableColumn } from '../../parts/data-table.tsx'
import { titleOf } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { shortAddress } from '../../parts/short-address.ts'
import { Time } from '../../parts/time.tsx'
import { originWords } from './filters.ts'
import classes from './suppressions.module.css'

export type Suppression = Schema<'Suppression'>

/** How it came about, and by whom. */
export function decidedBy({ origin, actor }: Suppression): string {
  return origin === 'policy' ? originWords(origin) : `${originWords(origin)}, ${actorWords(actor)}`
}

const ADDRESS: TableColumn<Suppression> = {
  id: 'address', header: 'Address', width: 'minmax(170px, 2fr)',
  cell: ({ address }) => <SafeText text={shortAddress(address)} />,
}
const REASON: TableColumn<Suppression> = {
  id: 'reason', header: 'Reason', width: 'minmax(120px, 1.2fr)',
  cell: ({ reason }) => titleOf(reason),
}
const SINCE: TableColumn<Suppression> = {
  id: 'since', header: 'Since', width: '112px', cell: ({ createdAt }) => <Time at={createdAt} />,
}

export const FEW_COLUMNS: readonly TableColumn<Suppression>[] = [ADDRESS, REASON]

/** Beside the menu on a tablet: all would stand out at the side. */
export const TABLET_COLUMNS: readonly TableColumn<Suppression>[] = [ADDRESS, REASON, SINCE]

export const COLUMNS: readonly TableColumn<Suppression>[] = [
  ADDRESS, REASON,
  {
    id: 'list', header: 'List', width: 'minmax(80px, 1fr)', wideOnly: true,
    cell: ({ list }) => list === '' ? 'All' : <SafeText text={list} />,
  },
  {
    id: 'origin', header: 'Who decided', width: 'minmax(110px, 1fr)', wideOnly: true,
    cell: (row) => <SafeText text={decidedBy(row)} />,
  },
  SINCE,
  {
    id: 'expires', header: 'Until', width: '112px', wideOnly: true,
    cell: ({ expiresAt }) => expiresAt === undefined ? 'no end' : <Time at={expiresAt} />,
  },
  {
    id: 'note', header: 'Note', width: 'minmax(100px, 2fr)', wideOnly: true,
    cell: ({ note }) => note === undefined ? '' : (
      <Text component="span" size="xs" c="dimmed"><SafeText text={note} /></Text>
    ),
  },
]

/** Two lines for each, where there is room for one column only. */
export const NARROW_COLUMNS: readonly TableColumn<Suppression>[] = [{
  id: 'suppression', header: 'Suppressed', width: 'minmax(0, 1fr)',
  cell: (row) => (
    <>
      <div className={classes['cut']}><SafeText text={shortAddress(row.address)} /></div>
      <Text size="xs" c="dimmed" className={classes['cut']}>
        {titleOf(row.reason)} · {row.list === '' ? 'all lists' : <SafeText text={row.list} />} ·{' '}
        <Time at={row.createdAt} />
      </Text>
    </>
  ),
}]
export const NARROW_ROW_PX = 58
