// Webhooks: other systems that are told what changes, sending systems in their own words.

import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Opened } from '../../parts/opened.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SidePane } from '../../parts/side-pane.tsx'
import { AddEndpoint } from './add-endpoint.tsx'
import { EndpointPane } from './endpoint-pane.tsx'
import { EndpointTable } from './endpoint-table.tsx'
import { endpointsQuery } from './queries.ts'

export function Page(): ReactNode {
  const mayChange = useMay('operator')
  const [{ add, open }, change] = useSearchWords()
  const { data: endpoints, error } = useQuery(endpointsQuery)
  const opened = endpoints?.find(({ id }) => id === open)
  return (
    <PageFrame
      title="Webhooks"
      about="Your shop or newsletter system is told at once when an address gets no more mail, or
        may get mail again: by a signed webhook, or as listmonk, Mailchimp, Brevo and others want
        it."
      actions={(
        <ActionButton
          leftSection={<IconPlus size={18} />} why={mayChange ? undefined : NEEDS_OPERATOR}
          onClick={() => change({ add: '1', open: undefined })} aria-expanded={add !== undefined}
        >
          Add a webhook
        </ActionButton>
      )}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {mayChange && add !== undefined ? (
        <Opened onClose={() => change({ add: undefined })}>
          <AddEndpoint onDone={(id) => change({ add: undefined, open: id })} />
        </Opened>
      ) : null}
      <SidePane
        list={endpoints?.length === 0 ? add !== undefined ? null : (
          <EmptyNotice title="Nobody is told yet">
            Press “Add a webhook” and give the address of a system of yours. It gets a request for
            every change: a signed one, or what its own API asks for.
          </EmptyNotice>
        ) : (
          <EndpointTable
            endpoints={endpoints} open={open} onOpen={(id) => change({ open: id })}
          />
        )}
        pane={opened === undefined ? undefined : (
          <EndpointPane
            key={opened.id} endpoint={opened} onClose={() => change({ open: undefined })}
          />
        )}
      />
    </PageFrame>
  )
}
