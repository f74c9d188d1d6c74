// Sources: where bounces come from, whether they tell what they usually tell, and how to set up
// another one.

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Opened } from '../../parts/opened.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SidePane } from '../../parts/side-pane.tsx'
import { sourcesQuery } from './queries.ts'
import { SetUpGuide } from './set-up-guide.tsx'
import { SourcePane } from './source-pane.tsx'
import { SourceTable } from './source-table.tsx'

export function Page(): ReactNode {
  const [{ open, guide }, change] = useSearchWords()
  const { data: sources, error } = useQuery(sourcesQuery)
  const opened = sources?.find(({ id }) => id === open)
  return (
    <PageFrame
      title="Sources"
      about="Where bounces come from: mailboxes, mail servers, the webhooks of providers, the API."
      actions={(
        <Button
          leftSection={<IconPlus size={18} />} aria-expanded={guide !== undefined}
          onClick={() => change({ guide: 'choose', open: undefined })}
        >
          Set up a source
        </Button>
      )}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {guide === undefined ? null : (
        <Opened onClose={() => change({ guide: undefined })}>
          <SetUpGuide id={guide} onChange={change} />
        </Opened>
      )}
      <SidePane
        list={sources?.length === 0 ? (
          <EmptyNotice title="No source is set up">
            Press “Set up a source”, choose where your bounces arrive, and follow the steps.
          </EmptyNotice>
        ) : <SourceTable sources={sources} open={open} onOpen={(id) => change({ open: id })} />}
        pane={opened === undefined ? undefined : (
          <SourcePane
            key={opened.id} source={opened} onClose={() => change({ open: undefined })}
          />
        )}
      />
    </PageFrame>
  )
}
