// One line of the list of messages. Its cells are plain elements: thousands of them pass by.

import { IconArrowBackUp, IconFlag, IconPaperclip } from '@tabler/icons-react'
import type { TableColumn } from '../../parts/data-table.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import classes from './mailbox.module.css'
import type { MailRow } from './queries.ts'
import type { Choice } from './use-choice.ts'

export function columnsOf(choice: Choice): readonly TableColumn<MailRow>[] {
  return [
    choiceColumn(choice),
    { id: 'mark', header: 'Mark', width: '84px', cell: (row) => <Mark row={row} /> },
    {
      id: 'from', header: 'From', width: 'minmax(80px, 1fr)',
      cell: (row) => <Author row={row} />,
    },
    {
      id: 'subject', header: 'Subject', width: 'minmax(110px, 1.4fr)',
      cell: (row) => <Subject row={row} />,
    },
    {
      id: 'received', header: 'Received', width: 'minmax(84px, 124px)',
      cell: ({ receivedAt }) => <Time at={receivedAt} />,
    },
  ]
}

/** Two lines for each, where there is room for one column only. */
export function narrowColumnsOf(choice: Choice): readonly TableColumn<MailRow>[] {
  return [choiceColumn(choice), {
    id: 'message', header: 'Message', width: 'minmax(0, 1fr)',
    cell: (row) => (
      <>
        <div className={classes['pair']}>
          <span className={classes['cut']}><Author row={row} /></span>
          <small><Time at={row.receivedAt} /></small>
        </div>
        <div className={classes['pair']}>
          <span className={classes['cut']}><Subject row={row} /></span><Mark row={row} />
        </div>
      </>
    ),
  }]
}
export const NARROW_ROW_PX = 58

function choiceColumn({ keys, toggle }: Choice): TableColumn<MailRow> {
  return {
    id: 'choice', header: 'Chosen', isHeaderHidden: true, width: '24px',
    cell: ({ key, subject }) => (
      <label className={classes['choice']}>
        <input
          type="checkbox" tabIndex={-1} checked={keys.has(key)} onChange={() => toggle(key)}
          aria-label={`Choose ${plain(subject)}`}
        />
      </label>
    ),
  }
}

type RowProps = { readonly row: MailRow }

function Mark({ row: { mark } }: RowProps) {
  return mark === 'bounce' ? (
    <span className={classes['mark']}><IconArrowBackUp size={14} aria-hidden /> Bounce</span>
  ) : null
}

function Author({ row: { author, flags } }: RowProps) {
  return (
    <span className={flags.includes('seen') ? '' : classes['new']}>
      <SafeText text={author === '' ? '(no author)' : author} />
    </span>
  )
}

function Subject({ row: { subject, flags, hasAttachments } }: RowProps) {
  return (
    <span className={flags.includes('seen') ? '' : classes['new']}>
      <Signs isFlagged={flags.includes('flagged')} hasMore={hasAttachments === true} />
      <SafeText text={subject === '' ? '(no subject)' : subject} />
    </span>
  )
}

function Signs({ isFlagged, hasMore }: {
  readonly isFlagged: boolean; readonly hasMore: boolean
}) {
  if (!isFlagged && !hasMore) return null
  return (
    <span className={classes['signs']}>
      {isFlagged ? <IconFlag size={14} aria-label="Flagged" /> : null}
      {hasMore ? <IconPaperclip size={14} aria-label="Has attachments" /> : null}
    </span>
  )
}

/** For what is heard: no marks of direction, not long. */
function plain(subject: string): string {
  return subject.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80) || 'message without subject'
}
