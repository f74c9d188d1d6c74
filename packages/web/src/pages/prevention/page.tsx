// The page Prevention: a grade for each habit that keeps mail from bouncing, and checks of a
// domain, an address and a message before anything is sent.

import { SegmentedControl, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearchWords } from '../../app/search.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { latePart } from '../../parts/late-part.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SectionNav } from '../../parts/section-nav.tsx'
import { AddressCheck } from './address-check.tsx'
import { CleanList } from './clean-list/clean-list.tsx'
import { DomainCheck } from './domain-check.tsx'
import { Habits } from './habits.tsx'
import { MessageCheck } from './message-check.tsx'
import { Pacing } from './pacing.tsx'
import { OptinShares } from './optin.tsx'
import { habitsQuery } from './queries.ts'
import { Typos } from './typos.tsx'

const TimeBetween = latePart(async () => (await import('./frequency.tsx')).TimeBetween)
const Volume = latePart(async () => (await import('./volume.tsx')).Volume)
const WarmUp = latePart(async () => (await import('./warm-up.tsx')).WarmUp)
const Reports = latePart(async () => (await import('./reports.tsx')).Reports)
const Reputation = latePart(async () => (await import('./reputation.tsx')).Reputation)

const USUAL = '30d'
const TIMES = [
  { value: '7d', label: '7 days' }, { value: '30d', label: '30 days' },
  { value: '90d', label: '90 days' },
]

export function Page() {
  const [words, change] = useSearchWords()
  const within = words['within'] ?? USUAL
  const { data, error } = useQuery(habitsQuery({ within }))
  return (
    <PageFrame
      title="Prevention"
      about="Each habit is graded by the bounces that it would have kept away."
      actions={
        <SegmentedControl
          data={TIMES} value={within} size="xs" aria-label="Time"
          onChange={(next) => change({ within: next })}
        />
      }
    >
      <SectionNav>
        {error === null ? null : <ErrorNotice error={error} />}
        {data === undefined
          ? error === null ? <Skeleton height={420} radius="md" aria-hidden /> : null
          : <Habits report={data} within={within} />}
        <OptinShares />
        <Typos />
        <TimeBetween within={within} />
        <Pacing />
        <Reputation words={words} change={change} />
        <Volume words={words} change={change} within={within} />
        <WarmUp words={words} change={change} />
        <Reports words={words} within={within} change={change} />
        <DomainCheck words={words} change={change} />
        <CleanList words={words} change={change} />
        <AddressCheck words={words} change={change} />
        <MessageCheck />
      </SectionNav>
    </PageFrame>
  )
}
