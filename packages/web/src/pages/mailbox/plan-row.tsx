// One marked message in the plan: what will come of it, why, and what would be better.

import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { formatBytes } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { BytesView } from './bytes-view.tsx'
import { Conditions } from './conditions.tsx'
import classes from './mailbox.module.css'
import { Offers } from './offers.tsx'
import type { BounceRow } from './queries.ts'
import type { Liftable, PlanItem } from './use-plan.ts'
import { STATE_WORDS, titleOfCondition } from './words.ts'

export type PlanRowProps = {
  readonly mailbox: string
  readonly item: PlanItem
  /** What came of it, once it was carried out. */
  readonly outcome: BounceRow | undefined
  readonly isLifting: boolean
  readonly onLift: (lift: Liftable[]) => void
  readonly onUnmark: () => void
}

export function PlanRow({ mailbox, item, outcome, isLifting, onLift, onUnmark }: PlanRowProps) {
  const { row } = item
  const { state, answer, movedTo, notMoved } = outcome ?? row
  const { title, color } = STATE_WORDS[state]
  return (
    <Paper withBorder p="md" className={classes['row']} data-state={state} component="article">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div style={{ minWidth: 0, flex: '1 1 240px' }}>
            <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
              <SafeText text={row.subject === undefined || row.subject === ''
                ? '(no subject)' : row.subject} />
            </Title>
            <Text size="sm" c="dimmed"><SafeText text={row.author ?? ''} /></Text>
          </div>
          <Badge variant="light" color={color} tt="none" radius="sm" size="lg">{title}</Badge>
        </Group>
        {answer === undefined ? null : (
          <Text size="sm">The relay answered: <code><SafeText text={answer} /></code></Text>
        )}
        {movedTo === undefined ? null
          : <Text size="sm">The message lies in <b><SafeText text={movedTo} /></b> now.</Text>}
        {notMoved === undefined ? null : (
          <Text size="sm">The message was not moved: <SafeText text={notMoved} /></Text>
        )}
        {outcome === undefined && row.alternatives.length > 0
          ? <Offers mailbox={mailbox} messageKey={row.key} rows={row.alternatives} /> : null}
        <Conditions rows={(outcome ?? row).conditions} />
        {outcome === undefined
          ? <Lift item={item} isLifting={isLifting} onLift={onLift} onUnmark={onUnmark} /> : null}
        <Bounce row={row} />
      </Stack>
    </Paper>
  )
}

function Lift({ item: { row, lift }, isLifting, onLift, onUnmark }: Pick<
  PlanRowProps, 'item' | 'isLifting' | 'onLift' | 'onUnmark'>) {
  const against = row.conditions.filter(({ outcome }) => outcome === 'refused')
  const canLift = against.length > 0 && against.every(({ liftable }) => liftable)
  const names = against.map(({ name }) => name as Liftable)
  return (
    <Group gap="xs">
      {canLift ? (
        <Button
          size="compact-sm" variant="default" loading={isLifting}
          onClick={() => onLift([...lift, ...names])}
          title={names.map(titleOfCondition).join(', ')}
        >
          I know this message: bounce it all the same
        </Button>
      ) : null}
      {lift.length > 0 ? (
        <Button size="compact-sm" variant="default" loading={isLifting} onClick={() => onLift([])}>
          Ask all conditions again
        </Button>
      ) : null}
      <Button size="compact-sm" variant="default" onClick={onUnmark}>Unmark</Button>
    </Group>
  )
}

function Bounce({ row: { bounce } }: { readonly row: BounceRow }) {
  if (bounce === undefined) return null
  const { to, size, returned, needsSmtpUtf8, bytes, sha256 } = bounce
  return (
    <Stack gap={4}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        To <code><SafeText text={to} /></code> from the empty address <code>&lt;&gt;</code>,{' '}
        {formatBytes(size)}, with {returned === 'message' ? 'the whole message' : 'its header'}
        {needsSmtpUtf8 ? '; needs a relay that knows SMTPUTF8' : ''}.
      </Text>
      {bytes === undefined ? null : <BytesView base64={bytes} sha256={sha256} />}
    </Stack>
  )
}
