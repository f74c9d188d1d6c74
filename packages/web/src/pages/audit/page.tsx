// The page Audit: every change, by whom, newest first; of one address where one is asked for.

import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { FormEvent } from 'react'
import { usePages } from '../../api/pages.ts'
import { useSearchWords } from '../../app/search.ts'
import { actionWords, actorWords } from '../../parts/audit-line.tsx'
import { DataTable, type TableColumn } from '../../parts/data-table.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { SidePane } from '../../parts/side-pane.tsx'
import { Time } from '../../parts/time.tsx'
import { AuditPane } from './audit-pane.tsx'
import { auditPages, type AuditRow } from './queries.ts'

const COLUMNS: readonly TableColumn<AuditRow>[] = [
  { id: 'when', header: 'When', width: '110px', cell: ({ at }) => <Time at={at} /> },
  {
    id: 'what', header: 'What', width: 'minmax(130px, 1.2fr)',
    cell: ({ action }) => <SafeText text={actionWords(action)} />,
  },
  {
    id: 'who', header: 'By', width: 'minmax(90px, 0.8fr)',
    cell: ({ actor }) => <SafeText text={actorWords(actor)} />,
  },
  {
    id: 'address', header: 'Address', width: 'minmax(140px, 1.4fr)',
    cell: ({ address }) => <SafeText text={address} />,
  },
]
/** Two lines for each, where there is room for one column only. */
const NARROW_COLUMNS: readonly TableColumn<AuditRow>[] = [{
  id: 'entry', header: 'Change', width: 'minmax(0, 1fr)',
  cell: ({ at, action, actor, address }) => (
    <>
      <Text size="sm" truncate="end">
        <SafeText text={[actionWords(action), address].filter((word) => word !== '').join(': ')} />
      </Text>
      <Text size="xs" c="dimmed" truncate="end">
        <Time at={at} /> · by <SafeText text={actorWords(actor)} />
      </Text>
    </>
  ),
}]
const NARROW_ROW_PX = 58

export function Page() {
  const [words, change] = useSearchWords()
  const { address } = words
  const { rows, more, error, isPending, isOld } = usePages(
    ['audit', address], auditPages(address))
  const open = rows.find(({ seq }) => String(seq) === words['open'])
  const isShort = useMediaQuery('(max-width: 62em)') === true || open !== undefined
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const asked = String(new FormData(event.currentTarget).get('address') ?? '').trim()
    change({ address: asked === '' ? undefined : asked, open: undefined })
  }
  return (
    <PageFrame
      title="Audit" about="Every change, by whom. Each entry is sealed with the one before."
    >
      <form onSubmit={submit} key={address}>
        <Group align="flex-end" gap="sm">
          <TextInput
            name="address" label="Address" placeholder="All" inputMode="email"
            defaultValue={address ?? ''}
          />
          <Button type="submit" variant="default">Show</Button>
        </Group>
      </form>
      {error === null ? null : <ErrorNotice error={error} />}
      {isPending ? error === null && <Skeleton h={420} /> : (
        <SidePane
          list={rows.length === 0 ? (
            <EmptyNotice title="Nothing was changed yet">
              What is decided about addresses and what people change stands here.
            </EmptyNotice>
          ) : (
            <DataTable
              label="Audit" rows={rows} isOld={isOld} keyOf={({ seq }) => String(seq)} onEnd={more}
              {...isShort ? { columns: NARROW_COLUMNS, rowHeight: NARROW_ROW_PX }
                : { columns: COLUMNS }}
              openKey={words['open']} onOpen={({ seq }) => change({ open: String(seq) })}
            />
          )}
          pane={open === undefined ? undefined : (
            <AuditPane key={open.seq} row={open} onClose={() => change({ open: undefined })} />
          )}
        />
      )}
    </PageFrame>
  )
}
