// The page Troubles: what the sending side has to put right, and how.

import { SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useSearchWords } from '../../app/search.ts'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { TroubleCard } from './trouble-card.tsx'

const STATES = [
  { value: 'open', label: 'Open' }, { value: 'closed', label: 'Closed' },
  { value: 'all', label: 'All' },
] as const

type State = (typeof STATES)[number]['value']

export function Page() {
  const [words, change] = useSearchWords()
  // A link to one of them shows it, whatever has become of it.
  const usual: State = words['open'] === undefined ? 'open' : 'all'
  const state = STATES.find(({ value }) => value === words['state'])?.value ?? usual
  const { data, error } = useQuery({
    queryKey: ['troubles', state], placeholderData: keepPreviousData,
    queryFn: async () => await answerOf(api.GET('/v1/troubles', {
      params: { query: state === 'all' ? {} : { state } },
    })),
  })
  const opened = words['open'] ?? data?.rows[0]?.id
  return (
    <PageFrame
      title="Troubles"
      about={
        'Mail is refused because of something on your side. The addresses are good: none of them ' +
        'is suppressed for it. Put it right, and a trouble closes when mail gets through again.'
      }
      actions={
        <SegmentedControl
          data={[...STATES]} value={state} aria-label="Which troubles"
          onChange={(next) => change({ state: next, open: undefined })}
        />
      }
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? error === null ? <Skeleton height={320} radius="md" /> : null : (
        <Stack gap="md">
          {data.rows.map((trouble) => (
            <TroubleCard
              key={trouble.id} trouble={trouble} isOpen={trouble.id === opened}
              isChosen={trouble.id === words['open']}
              onToggle={() => change({ open: trouble.id === opened ? 'none' : trouble.id })}
            />
          ))}
          {data.rows.length > 0 ? null : <Nothing state={state} />}
        </Stack>
      )}
    </PageFrame>
  )
}

function Nothing({ state }: { readonly state: State }) {
  return state === 'open' ? (
    <EmptyNotice title="No trouble is open">
      Nobody refuses your mail because of your side: no block list, no failing SPF, DKIM or DMARC,
      no limit that you went beyond. Should that change, it stands here with what to do.
    </EmptyNotice>
  ) : <EmptyNotice title="There was none in the last 90 days" />
}
