// API keys: how programs get in.

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Opened } from '../../parts/opened.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { KeyTable } from './key-table.tsx'
import { MakeKey } from './make-key.tsx'
import { keysQuery } from './queries.ts'

export function Page(): ReactNode {
  const mayChange = useMay('admin')
  const [{ add }, change] = useSearchWords()
  const { data: keys, error } = useQuery({ ...keysQuery, enabled: mayChange })
  return (
    <PageFrame
      title="API keys"
      about="Programs that send mail or read bounces sign in with a key. People sign in as users."
      actions={mayChange ? (
        <Button
          leftSection={<IconPlus size={18} />} aria-expanded={add !== undefined}
          onClick={() => change({ add: '1' })}
        >
          Make a key
        </Button>
      ) : null}
    >
      {mayChange ? null : (
        <EmptyNotice title="API keys are for administrators">
          Your role does not show them. Ask an administrator for a key with the scopes you need.
        </EmptyNotice>
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      {mayChange && add !== undefined ? (
        <Opened onClose={() => change({ add: undefined })}>
          <MakeKey onDone={() => change({ add: undefined })} />
        </Opened>
      ) : null}
      {mayChange ? <KeyTable keys={keys} /> : null}
    </PageFrame>
  )
}
