// What a row of the table says.

import { Text } from '@mantine/core'
import { FaultBadge } from '../../parts/badges.tsx'
import type { TableColumn } from '../../parts/data-table.tsx'
import { codesOf, KIND_WORDS, receiverOf, type EventRow } from '../../parts/event-row.ts'
import { factOf, titleOf } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { shortAddress } from '../../parts/short-address.ts'
import { Time } from '../../parts/time.tsx'
import classes from './bounces.module.css'

/** As the ledger names faults: who answers for the receiver is not asked there. */
export function faultOf({ event: { reason } }: EventRow): string {
  const fault = factOf(reason)?.fault ?? 'none'
  return fault === 'receiver' ? 'network' : fault === 'none' ? 'unknown' : fault
}

const WHEN: TableColumn<EventRow> = {
  id: 'when', header: 'When', width: '104px', cell: ({ receivedAt }) => <Time at={receivedAt} />,
}
const ADDRESS: TableColumn<EventRow> = {
  id: 'address', header: 'Address', width: 'minmax(140px, 2.4fr)',
  cell: ({ address }) => <SafeText text={shortAddress(address)} />,
}
const REASON: TableColumn<EventRow> = {
  id: 'reason', header: 'Reason', width: 'minmax(150px, 2fr)',
  cell: ({ event: { kind, reason } }) =>
    kind === 'failed' ? titleOf(reason) : `${KIND_WORDS[kind]}: ${titleOf(reason)}`,
}
const CODE: TableColumn<EventRow> = {
  id: 'code', header: 'Code', width: '92px', wideOnly: true,
  cell: (row) => <Text component="span" ff="monospace" size="sm">{codesOf(row)}</Text>,
}

/** Two lines for each, where there is room for one column only. */
export const NARROW_COLUMNS: readonly TableColumn<EventRow>[] = [{
  id: 'bounce', header: 'Bounces', width: 'minmax(0, 1fr)',
  cell: (row) => (
    <>
      <div className={classes['pair']}>
        <span className={classes['cut']}><SafeText text={shortAddress(row.address)} /></span>
        <Text component="span" size="xs" c="dimmed"><Time at={row.receivedAt} /></Text>
      </div>
      <div className={classes['pair']}>
        <Text component="span" size="sm" className={classes['cut']}>{REASON.cell(row)}</Text>
        <Text component="span" size="xs" c="dimmed" ff="monospace">{codesOf(row)}</Text>
      </div>
    </>
  ),
}]
export const NARROW_ROW_PX = 58

/** Beside an open bounce. */
export const FEW_COLUMNS: readonly TableColumn<EventRow>[] = [WHEN, ADDRESS, REASON]

/** Beside the menu on a tablet: all would stand out at the side. */
export const TABLET_COLUMNS: readonly TableColumn<EventRow>[] = [WHEN, ADDRESS, REASON, CODE]

export const COLUMNS: readonly TableColumn<EventRow>[] = [
  WHEN, ADDRESS, REASON, CODE,
  {
    id: 'fault', header: 'Fault', width: '96px', wideOnly: true,
    cell: (row) => <FaultBadge fault={faultOf(row)} />,
  },
  {
    id: 'receiver', header: 'Receiver', width: 'minmax(90px, 1.3fr)', wideOnly: true,
    cell: (row) => <SafeText text={receiverOf(row)} />,
  },
  {
    id: 'reply', header: 'Reply', width: 'minmax(160px, 3.3fr)', wideOnly: true,
    cell: ({ event: { diagnostic } }) => (
      <Text component="span" size="xs" c="dimmed">
        <SafeText text={(diagnostic ?? '').slice(0, REPLY_CHARS_MAX)} />
      </Text>
    ),
  },
]

/** More than fits on the widest screen. */
const REPLY_CHARS_MAX = 300
