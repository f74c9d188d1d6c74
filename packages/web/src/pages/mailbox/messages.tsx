// The list of messages with what can be done with them, and the open one beside it.

import { Button, Group, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { useMediaQuery, useWindowEvent } from '@mantine/hooks'
import { IconArrowBackUp, IconArrowBackUpDouble, IconListCheck } from '@tabler/icons-react'
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { isTyping } from '../../app/shortcuts.tsx'
import { DataTable, TABLET } from '../../parts/data-table.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { FilterInput } from '../../parts/filter-fields.tsx'
import { latePart } from '../../parts/late-part.tsx'
import { countOf, formatNumber } from '../../parts/numbers.ts'
import { SidePane } from '../../parts/side-pane.tsx'
import { columnsOf, NARROW_ROW_PX, narrowColumnsOf } from './columns.tsx'
import type { Mailbox, MailRow } from './queries.ts'
import { RowMenu, type MenuPlace } from './row-menu.tsx'
import { useChoice, type Choice } from './use-choice.ts'
import { useMarks, type Mark } from './use-marks.ts'
import { useMessages } from './use-messages.ts'

const Preview = latePart(async () => (await import('./preview.tsx')).Preview)

export function Messages({ mailbox: { id, marked }, folder }: {
  readonly mailbox: Mailbox; readonly folder: string
}) {
  const [words, change] = useSearchWords()
  const list = { folder, search: words['find'], marked: words['marked'] === 'true' }
  const { rows, more, error, isPending, total } = useMessages(id, list)
  const focusedKey = useRef<string>(undefined)
  const order = useMemo(() => rows.map(({ key }) => key), [rows])
  const choice = useChoice(order)
  const mark = useMarks(id)
  const openKey = words['message']
  const open = rows.find(({ key }) => key === openKey)
  const markChosen = (how: Mark): void => {
    const one = focusedKey.current ?? openKey
    focusedKey.current = undefined
    mark(choice.keys.size > 0 ? [...choice.keys] : one === undefined ? [] : [one], how)
  }
  useMarkKeys(markChosen)
  return (
    <SidePane
      list={(
        <Stack gap="sm">
          <Toolbar marked={marked} choice={choice} onMark={markChosen} />
          {error === null ? null : <ErrorNotice error={error} />}
          {isPending && error === null ? <Skeleton h={420} /> : (
            <List
              rows={rows} total={total} choice={choice} more={more} openKey={openKey}
              onOpen={(key) => change({ message: key })} onMark={mark}
              onKeyOn={(key) => { focusedKey.current = key }}
              isFiltered={list.search !== undefined || list.marked}
            />
          )}
          <Text size="xs" c="dimmed">
            {formatNumber(rows.length)} of {countOf(total, 'message')} loaded.{' '}
            <Text span inherit visibleFrom="sm">
              Keys: J and K move, Enter opens, X or Ctrl chooses, Shift extends, B marks, U unmarks.
            </Text>
          </Text>
        </Stack>
      )}
      pane={openKey === undefined ? undefined : (
        <Preview
          key={openKey} mailbox={id} messageKey={openKey} row={open}
          onMark={(how) => mark([openKey], how)} onClose={() => change({ message: undefined })}
        />
      )}
    />
  )
}

/** B and U work wherever the focus is, but not in a field. */
function useMarkKeys(mark: (how: Mark) => void): void {
  useWindowEvent('keydown', (event) => {
    const key = event.key.toLowerCase()
    if (isTyping(event) || (key !== 'b' && key !== 'u')) return
    // After a G the letter goes to a page: whoever knows that has said so by then.
    setTimeout(() => {
      if (!event.defaultPrevented) mark(key === 'b' ? 'bounce' : null)
    })
  })
}

function Toolbar({ marked, choice, onMark }: {
  readonly marked: number; readonly choice: Choice; readonly onMark: (how: Mark) => void
}) {
  const [words, change] = useSearchWords()
  const chosen = choice.keys.size
  return (
    <Group gap="xs" align="flex-end">
      <FilterInput
        field={{ name: 'find', label: 'Search', kind: 'text', placeholder: 'Subject or sender' }}
        value={words['find'] ?? ''} isSearch
        onChange={(name, value) => change({ [name]: value === '' ? undefined : value })}
      />
      <Button
        size="sm" variant="default" leftSection={<IconArrowBackUp size={16} />}
        onClick={() => onMark('bounce')}
      >
        Mark
      </Button>
      <Button
        size="sm" variant="default" leftSection={<IconArrowBackUpDouble size={16} />}
        onClick={() => onMark(null)}
      >
        Unmark
      </Button>
      <Button
        size="sm" leftSection={<IconListCheck size={16} />} visibleFrom="sm"
        onClick={() => change({ view: 'plan', message: undefined })}
      >
        Process Mail{marked > 0 ? ` (${formatNumber(marked)})` : ''}
      </Button>
      <Group gap="sm" h={36} wrap="nowrap">
        <Switch
          label="Marked only" checked={words['marked'] === 'true'}
          onChange={({ currentTarget }) =>
            change({ marked: currentTarget.checked ? 'true' : undefined })}
        />
        <Text size="sm" c="dimmed" role="status">
          {chosen > 0 ? `${formatNumber(chosen)} chosen` : ''}
        </Text>
      </Group>
    </Group>
  )
}

/** Where an open message beside the list leaves that too little room for its columns. */
const LAPTOP = '(max-width: 100em)'

function List({ rows, total, choice, more, openKey, onOpen, onMark, onKeyOn, isFiltered }: {
  readonly rows: readonly MailRow[]
  readonly total: number
  readonly choice: Choice
  readonly more: () => void
  readonly openKey: string | undefined
  readonly onOpen: (key: string) => void
  readonly onMark: (keys: readonly string[], how: Mark) => void
  /** A key is pressed on this row. */
  readonly onKeyOn: (key: string) => void
  readonly isFiltered: boolean
}) {
  const [menu, setMenu] = useState<MenuPlace & { readonly key: string }>()
  const isTablet = useMediaQuery(TABLET) === true
  const isLaptop = useMediaQuery(LAPTOP) === true
  const isNarrow = isTablet || (isLaptop && openKey !== undefined)
  const columns = useMemo(
    () => isNarrow ? narrowColumnsOf(choice) : columnsOf(choice), [choice, isNarrow])
  if (rows.length === 0) {
    return isFiltered
      ? <EmptyNotice title="Nothing found">Take the search or the filter away.</EmptyNotice>
      : <EmptyNotice title="This folder is empty">Choose another one.</EmptyNotice>
  }
  const choose = ({ key }: MailRow, event: MouseEvent | KeyboardEvent): void => {
    if (event.shiftKey) return choice.extend(key)
    if (event.ctrlKey || event.metaKey) return choice.toggle(key)
    choice.choose(key)
    return onOpen(key)
  }
  const press = (event: KeyboardEvent, { key }: MailRow): void => {
    onKeyOn(key)
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey)
    if (isAll) choice.chooseAll()
    else if (event.key === 'x' || event.key === ' ') choice.toggle(key)
    else return
    event.preventDefault()
  }
  return (
    <>
      <DataTable
        label="Messages" columns={columns} rows={rows} keyOf={({ key }) => key} total={total}
        openKey={openKey} chosenKeys={choice.keys} onOpen={choose} onKey={press} onEnd={more}
        {...isNarrow ? { rowHeight: NARROW_ROW_PX } : {}}
        onExtend={({ key }) => choice.extend(key)}
        onMenu={(event, { key }) => {
          event.preventDefault()
          if (!choice.keys.has(key)) choice.choose(key)
          setMenu({ x: event.clientX, y: event.clientY, key })
        }}
      />
      {menu === undefined ? null : (
        <RowMenu
          place={menu} chosen={Math.max(1, choice.keys.size)} onClose={() => setMenu(undefined)}
          onMark={() => onMark([...choice.keys], 'bounce')}
          onUnmark={() => onMark([...choice.keys], null)}
          onOpen={() => onOpen(menu.key)} onChooseAll={choice.chooseAll}
        />
      )}
    </>
  )
}
