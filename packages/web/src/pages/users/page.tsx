// The people who may sign in, for administrators.

import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Opened } from '../../parts/opened.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SidePane } from '../../parts/side-pane.tsx'
import { AddUser } from './add-user.tsx'
import { usersQuery } from './queries.ts'
import { UserPane } from './user-pane.tsx'
import { UserTable } from './user-table.tsx'

export function Page(): ReactNode {
  const mayChange = useMay('admin')
  const [{ add, open }, change] = useSearchWords()
  const { data: users, error } = useQuery({ ...usersQuery, enabled: mayChange })
  const opened = users?.find(({ id }) => id === open)
  return (
    <PageFrame
      title="Users" about="Who may see and do what. Programs use API keys instead."
      actions={mayChange ? (
        <Button
          leftSection={<IconUserPlus size={18} />} aria-expanded={add !== undefined}
          onClick={() => change({ add: '1', open: undefined })}
        >
          Add a user
        </Button>
      ) : null}
    >
      {mayChange ? null : (
        <EmptyNotice title="Users are for administrators">
          Your role does not show them. Your own sign-in is under Account, at the top right.
        </EmptyNotice>
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      {mayChange && add !== undefined ? (
        <Opened onClose={() => change({ add: undefined })}>
          <AddUser onDone={() => change({ add: undefined })} />
        </Opened>
      ) : null}
      {mayChange ? (
        <SidePane
          list={<UserTable users={users} open={open} onOpen={(id) => change({ open: id })} />}
          pane={opened === undefined ? undefined : (
            <UserPane
              key={opened.id} user={opened} onClose={() => change({ open: undefined })}
            />
          )}
        />
      ) : null}
    </PageFrame>
  )
}
