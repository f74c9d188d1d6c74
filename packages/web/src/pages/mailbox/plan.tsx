// Process Mail: first what would be done with every marked message and why, then doing it.

import { Alert, Button, Group, Select, Skeleton, Stack, Switch, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../app/session.ts'
import { useSearchWords } from '../../app/search.ts'
import { NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf } from '../../parts/numbers.ts'
import { PlanRow } from './plan-row.tsx'
import { settingsQuery, type BounceSettings, type Mailbox } from './queries.ts'
import { DryRunNotice } from './settings-notice.tsx'
import { useMarks } from './use-marks.ts'
import {
  planQuery, useCarryOut, useLift, type Plan as PlanData, type PlanItem, type Wording,
} from './use-plan.ts'
import { Why } from './why.tsx'
import { REASON_CHOICES, type HonestReason } from './words.ts'

export function Plan({ mailbox }: { readonly mailbox: Mailbox }) {
  const [words, change] = useSearchWords()
  const wording = wordingOf(words['reason'], words['headers'])
  const { data, error, isFetching, refetch } = useQuery(planQuery(mailbox.id, wording))
  const { data: settings } = useQuery(settingsQuery)
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined || settings === undefined) {
    return <Stack><Skeleton h={120} /><Skeleton h={200} /><Skeleton h={200} /></Stack>
  }
  if (data.items.length === 0) {
    return (
      <Stack gap="md">
        <EmptyNotice
          title="No message is marked"
          action={(
            <Button variant="light" onClick={() => change({ view: undefined })}>
              Go to the messages
            </Button>
          )}
        >
          Choose messages in the list and press Mark, or B on the keyboard.
        </EmptyNotice>
        <Why />
      </Stack>
    )
  }
  return (
    <Stack gap="md">
      <WordingFields settings={settings} />
      <DryRunNotice settings={settings} />
      <Carrying
        key={JSON.stringify(wording)} mailbox={mailbox} plan={data} settings={settings}
        wording={wording} isPlanning={isFetching} planAgain={() => void refetch()}
      />
      <Why />
    </Stack>
  )
}

function wordingOf(reason: string | undefined, headers: string | undefined): Wording {
  const known = REASON_CHOICES.find(({ value }) => value === reason)
  return {
    ...known === undefined ? {} : { reason: known.value },
    ...headers === undefined ? {} : { headersOnly: headers === 'true' },
  }
}

function WordingFields({ settings }: { readonly settings: BounceSettings }) {
  const [words, change] = useSearchWords()
  return (
    <Group gap="md" align="flex-end">
      <Select
        label="What the bounce says" data={[...REASON_CHOICES]} allowDeselect={false}
        value={(words['reason'] ?? settings.reason) as HonestReason} w={{ base: '100%', xs: 340 }}
        onChange={(reason) => change({ reason: reason ?? undefined })}
        description="All are 5.7.1: the message was not accepted. None denies that you are there."
      />
      <Switch
        mb={8} label="Return only the header, not the whole message"
        checked={words['headers'] === undefined
          ? settings.headersOnly : words['headers'] === 'true'}
        onChange={({ currentTarget }) => change({ headers: String(currentTarget.checked) })}
      />
    </Group>
  )
}

type CarryingProps = {
  readonly mailbox: Mailbox
  readonly plan: PlanData
  readonly settings: BounceSettings
  readonly wording: Wording
  readonly isPlanning: boolean
  readonly planAgain: () => void
}

function Carrying({ mailbox, plan, settings, wording, isPlanning, planAgain }: CarryingProps) {
  const mark = useMarks(mailbox.id)
  const lift = useLift(mailbox.id, wording)
  const { mutate, outcomes, error, isPending, forget } = useCarryOut(mailbox.id, wording)
  const ready = plan.items.filter(({ row }) => row.state === 'planned' && !outcomes.has(row.key))
  const rest = plan.items.filter(({ row }) => row.state !== 'planned')
  const again = (): void => {
    forget()
    planAgain()
  }
  const rows = (items: readonly PlanItem[]) => items.map((item) => (
    <PlanRow
      key={item.row.key} mailbox={mailbox.id} item={item} outcome={outcomes.get(item.row.key)}
      isLifting={lift.isPending && lift.variables.key === item.row.key}
      onLift={(names) => lift.mutate({ key: item.row.key, lift: names })}
      onUnmark={() => mark([item.row.key], null)}
    />
  ))
  const will = plan.items.filter(({ row }) => row.state === 'planned')
  return (
    <>
      <Carry
        count={ready.length} settings={settings} isPending={isPending}
        isDone={outcomes.size > 0} isPlanning={isPlanning}
        onConfirm={() => mutate(ready)} onPlanAgain={again}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      {lift.error === null ? null : <ErrorNotice error={lift.error} />}
      {will.length === 0 ? null : (
        <>
          <Title order={2} size="h4">
            {outcomes.size > 0 ? 'What came of it' : 'Will be bounced'}
          </Title>
          {rows(will)}
        </>
      )}
      {rest.length === 0 ? null : (
        <>
          <Title order={2} size="h4">Is not bounced</Title>
          {rows(rest)}
        </>
      )}
      {plan.left > 0 ? (
        <Alert color="yellow" title={`${countOf(plan.left, 'more message')} marked`}>
          They come next, when these are done.
        </Alert>
      ) : null}
    </>
  )
}

function Carry({ count, settings, isPending, isDone, isPlanning, onConfirm, onPlanAgain }: {
  readonly count: number
  readonly settings: BounceSettings
  readonly isPending: boolean
  readonly isDone: boolean
  readonly isPlanning: boolean
  readonly onConfirm: () => void
  readonly onPlanAgain: () => void
}) {
  const isOperator = useMay('operator')
  const why = !isOperator ? NEEDS_OPERATOR
    : settings.dryRun ? 'Dry run is on: nothing is sent. An admin can switch it off above.'
      : !settings.enabled ? 'Bouncing is switched off as a whole (the kill switch).'
        : settings.missing.length > 0 ? `Still missing: ${settings.missing.join(', ')}`
          : count === 0 ? 'No marked message may be bounced.' : undefined
  return (
    <Group gap="xs" aria-live="polite">
      <ConfirmButton
        why={why} loading={isPending} onConfirm={onConfirm} yes="Yes, send"
        question={`Send ${countOf(count, 'bounce')} now? It cannot be taken back.`}
      >
        {`Do it: ${countOf(count, 'bounce')}`}
      </ConfirmButton>
      <Button variant="default" loading={isPlanning} onClick={onPlanAgain}>
        {isDone ? 'Plan what is left' : 'Plan again'}
      </Button>
    </Group>
  )
}
