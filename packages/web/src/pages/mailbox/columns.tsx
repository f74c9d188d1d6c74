// One line of the list of messages.

import { Checkbox, Group, Text } from '@mantine/core'
import { IconArrowBackUp, IconFlag, IconPaperclip } from '@tabler/icons-react'
import type { TableColumn } from '../../parts/data-table.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import classes from './mailbox.module.css'
import type { MailRow } from './queries.ts'
import type { Choice } from './use-choice.ts'

/** Rows know whether they are chosen, so that only those that change are drawn anew. */
export function columnsOf({ keys, toggle }: Choice): readonly TableColumn<MailRow>[] {
  return [
    {
      id: 'choice', header: '', width: '28px',
      cell: ({ key, subject }) => (
        <Checkbox
          size="xs" tabIndex={-1} checked={keys.has(key)} onChange={() => toggle(key)}
          onClick={(event) => event.stopPropagation()} aria-label={`Choose ${plain(subject)}`}
        />
      ),
    },
    {
      id: 'mark', header: 'Mark', width: '78px',
      cell: ({ mark }) => mark === 'bounce' ? (
        <span className={classes['mark']}><IconArrowBackUp size={14} aria-hidden /> Bounce</span>
      ) : null,
    },
    {
      id: 'from', header: 'From', width: 'minmax(120px, 0.8fr)', wideOnly: true,
      cell: ({ author, flags }) => (
        <Text span size="sm" {...flags.includes('seen') ? {} : { fw: 600 }}>
          <SafeText text={author === '' ? '(no author)' : author} />
        </Text>
      ),
    },
    {
      id: 'subject', header: 'Subject', width: 'minmax(140px, 1.6fr)',
      cell: ({ subject, flags, hasAttachments }) => (
        <Group gap={6} wrap="nowrap">
          {flags.includes('flagged') ? <IconFlag size={14} aria-label="Flagged" /> : null}
          {hasAttachments === true
            ? <IconPaperclip size={14} aria-label="Has attachments" /> : null}
          <Text span size="sm" truncate {...flags.includes('seen') ? {} : { fw: 600 }}>
            <SafeText text={subject === '' ? '(no subject)' : subject} />
          </Text>
        </Group>
      ),
    },
    {
      id: 'received', header: 'Received', width: '124px', wideOnly: true,
      cell: ({ receivedAt }) => <Time at={receivedAt} />,
    },
  ]
}

/** For what is heard: no marks of direction, not long. */
function plain(subject: string): string {
  return subject.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80) || 'message without subject'
}
