// The folders of a mailbox, as a list where there is room and as a choice where there is none.

import { NavLink, Select, Skeleton, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconArchive, IconFolder, IconInbox, IconPencil, IconSend, IconTrash, IconUrgent,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import classes from './mailbox.module.css'
import { foldersQuery } from './queries.ts'

const ICONS: Readonly<Record<string, typeof IconFolder>> = {
  inbox: IconInbox, sent: IconSend, drafts: IconPencil, trash: IconTrash, junk: IconUrgent,
  archive: IconArchive,
}

export function Folders({ mailbox, folder, onOpen }: {
  readonly mailbox: string; readonly folder: string; readonly onOpen: (folder: string) => void
}) {
  const { data, error } = useQuery(foldersQuery(mailbox))
  const isWide = useMediaQuery('(min-width: 75em)')
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return <Skeleton h={isWide === true ? 180 : 60} />
  if (isWide !== true) {
    return (
      <Select
        label="Folder" value={folder} allowDeselect={false} searchable size="sm"
        data={data.rows.map(({ name, messages }) =>
          ({ value: name, label: `${name} (${formatNumber(messages)})` }))}
        onChange={(name) => name !== null && onOpen(name)}
      />
    )
  }
  return (
    <nav className={classes['folders']} aria-label="Folders">
      {data.rows.map(({ name, use, messages, unseen }) => {
        const FolderIcon = ICONS[use ?? ''] ?? IconFolder
        return (
          <NavLink
            key={name} component="button" active={name === folder} onClick={() => onOpen(name)}
            label={<SafeText text={name} />} leftSection={<FolderIcon size={16} stroke={1.6} />}
            rightSection={(
              <Text size="xs" c="dimmed" title={`${unseen} unread`}>{formatNumber(messages)}</Text>
            )}
            {...name === folder ? { 'aria-current': true } : {}}
          />
        )
      })}
    </nav>
  )
}
