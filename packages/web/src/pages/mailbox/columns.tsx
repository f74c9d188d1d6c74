// One line of the list of messages. Its cells are plain elements: thousands of them pass by.

import { IconArrowBackUp, IconFlag, IconPaperclip } from '@tabler/icons-react'
import type { TableColumn } from '../../parts/data-table.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import classes from './mailbox.module.css'
import type { MailRow } from './queries.ts'
import type { Choice } from './use-choice.ts'

export function columnsOf({ keys, toggle }: Choice): readonly TableColumn<MailRow>[] {
  return [
    {
      id: 'choice', header: 'Chosen', isHeaderHidden: true, width: '24px',
      cell: ({ key, subject }) => (
        <input
          type="checkbox" className={classes['choice']} tabIndex={-1} checked={keys.has(key)}
          onChange={() => toggle(key)} onClick={(event) => event.stopPropagation()}
          aria-label={`Choose ${plain(subject)}`}
        />
      ),
    },
    {
      id: 'mark', header: 'Mark', width: '74px',
      cell: ({ mark }) => mark === 'bounce' ? (
        <span className={classes['mark']}><IconArrowBackUp size={14} aria-hidden /> Bounce</span>
      ) : null,
    },
    {
      id: 'from', header: 'From', width: 'minmax(80px, 0.8fr)', wideOnly: true,
      cell: ({ author, flags }) => (
        <span className={flags.includes('seen') ? '' : classes['new']}>
          <SafeText text={author === '' ? '(no author)' : author} />
        </span>
      ),
    },
    {
      id: 'subject', header: 'Subject', width: 'minmax(110px, 1.6fr)',
      cell: ({ subject, flags, hasAttachments }) => (
        <span className={flags.includes('seen') ? '' : classes['new']}>
          <Signs isFlagged={flags.includes('flagged')} hasMore={hasAttachments === true} />
          <SafeText text={subject === '' ? '(no subject)' : subject} />
        </span>
      ),
    },
    {
      id: 'received', header: 'Received', width: 'minmax(84px, 124px)', wideOnly: true,
      cell: ({ receivedAt }) => <Time at={receivedAt} />,
    },
  ]
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
