// One bounce: what it means, what proves that, the message itself, and what was done.

import { ActionIcon, Group, Skeleton, Stack, Tabs, Text, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { RemedyBadge, FaultBadge } from '../../parts/badges.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { KIND_WORDS, type EventRow } from '../../parts/event-row.ts'
import { formatRate } from '../../parts/numbers.ts'
import { titleOf } from '../../parts/reason-name.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { TabList } from '../../parts/tab-list.tsx'
import { faultOf } from './columns.tsx'
import { Decision } from './decision.tsx'
import { Evidence } from './evidence.tsx'
import { Meaning } from './meaning.tsx'
import { MessageView } from './message-view.tsx'
import type { StepTo } from './neighbours.ts'
import { eventQuery, messageQuery } from './queries.ts'
import { Reports } from './reports.tsx'

type Props = { readonly id: string; readonly step: StepTo; readonly onClose: () => void }

export function BouncePane({ id, step, onClose }: Props) {
  const { data: row, error } = useQuery(eventQuery(id))
  return (
    <PaneFrame
      name="Bounce" onClose={onClose} actions={<Steps step={step} />}
      title={row === undefined ? 'Bounce' : headOf(row)}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {row === undefined
        ? error === null ? <Skeleton height={480} radius="md" /> : null
        : <Opened key={id} row={row} />}
    </PaneFrame>
  )
}

function headOf({ event: { kind, reason } }: EventRow): string {
  return kind === 'failed' ? titleOf(reason) : `${KIND_WORDS[kind]}: ${titleOf(reason)}`
}

function Steps({ step: { next, previous } }: { readonly step: StepTo }) {
  return (
    <>
      <Tooltip label="Previous (K)">
        <ActionIcon
          variant="subtle" aria-label="Previous bounce" disabled={previous === undefined}
          onClick={previous}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Next (J)">
        <ActionIcon
          variant="subtle" aria-label="Next bounce" disabled={next === undefined} onClick={next}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

const TABS = [
  ['meaning', 'What it means'], ['evidence', 'Evidence'], ['message', 'Message'],
  ['reports', 'Other reports'], ['policy', 'Policy'],
] as const

function Opened({ row }: { readonly row: EventRow }) {
  const [words, change] = useSearchWords()
  const tab = TABS.find(([name]) => name === words['tab'])?.[0] ?? 'meaning'
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <RemedyBadge remedy={row.event.remedy} />
        <FaultBadge fault={faultOf(row)} />
        <Text size="sm" c="dimmed">{row.event.permanence}</Text>
        <Text size="sm" c="dimmed">{formatRate(row.event.confidence)} sure</Text>
      </Group>
      <Tabs
        value={tab} keepMounted={false}
        onChange={(next) => change({ tab: next === 'meaning' ? undefined : next ?? undefined })}
      >
        <TabList mb="sm">
          {TABS.map(([name, label]) => <Tabs.Tab key={name} value={name}>{label}</Tabs.Tab>)}
        </TabList>
        <Tabs.Panel value="meaning"><Meaning row={row} /></Tabs.Panel>
        <Tabs.Panel value="evidence"><WithMessage row={row} show="evidence" /></Tabs.Panel>
        <Tabs.Panel value="message"><WithMessage row={row} show="message" /></Tabs.Panel>
        <Tabs.Panel value="reports"><WithMessage row={row} show="reports" /></Tabs.Panel>
        <Tabs.Panel value="policy"><WithMessage row={row} show="policy" /></Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

/** The message holds what people wrote to each other, so that not every role may see it. */
function WithMessage({ row, show }: {
  readonly row: EventRow; readonly show: 'evidence' | 'message' | 'reports' | 'policy'
}) {
  const may = useMay('operator')
  const { data, error } = useQuery({ ...messageQuery(row.id), enabled: may })
  if (show === 'evidence') return <Evidence row={row} message={data} error={error} />
  if (!may) {
    return (
      <EmptyNotice title="Your role does not show messages">
        They hold what people wrote to each other. An operator sees them.
      </EmptyNotice>
    )
  }
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return <Skeleton height={360} radius="md" />
  if (show === 'message') return <MessageView message={data} id={row.id} />
  return show === 'reports'
    ? <Reports row={row} message={data} /> : <Decision row={row} message={data} />
}
