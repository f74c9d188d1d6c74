// The rules that operators wrote: those that judge, those that are switched off, and those that
// were taken out.

import type { OperatorRule } from '@carom/core'
import { Button, Code, Group, Paper, Skeleton, Stack, Switch, Text, Title } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { actorWords } from '../../parts/audit-line.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Opened } from '../../parts/opened.tsx'
import { ReasonName } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame, SidePane } from '../../parts/side-pane.tsx'
import { Time } from '../../parts/time.tsx'
import { tellDone } from '../../parts/undo-notice.tsx'
import {
  rulesQuery, ruleVersionsQuery, useKeepRule, useRemoveRule, type RuleSet,
} from './queries.ts'
import { RuleWork } from './rule-work.tsx'

const NEW = 'new'
const NEW_RULE: OperatorRule = { id: 'my-rule', match: { words: [] }, reason: 'unknown' }

export function Rules() {
  const [words, change] = useSearchWords()
  const { data: set, error } = useQuery(rulesQuery)
  const { data: versions } = useQuery(ruleVersionsQuery)
  if (error !== null) return <ErrorNotice error={error} />
  if (set === undefined) return <Skeleton h={300} />
  const gone = takenOut(set, versions ?? [])
  const openId = words['rule']
  const open = openId === NEW ? NEW_RULE : [...set.rules, ...gone].find(({ id }) => id === openId)
  const close = (): void => change({ rule: undefined })
  return (
    <SidePane
      list={<List set={set} gone={gone} onOpen={(id) => change({ rule: id })} />}
      pane={open === undefined ? undefined : (
        <PaneFrame
          name="Rule" title={openId === NEW ? 'A new rule' : open.id} onClose={close}
        >
          <Opened key={openId} onClose={close}>
            <RuleWork start={open} isNew={openId === NEW} onKept={close} />
          </Opened>
        </PaneFrame>
      )}
    />
  )
}

/** What an earlier version had and the present one has not, as it was last. */
function takenOut(set: RuleSet, versions: readonly RuleSet[]): readonly OperatorRule[] {
  const gone = new Map<string, OperatorRule>()
  for (const rule of versions.flatMap((version) => version.rules)) {
    if (!gone.has(rule.id) && !set.rules.some(({ id }) => id === rule.id)) gone.set(rule.id, rule)
  }
  return [...gone.values()]
}

function List({ set: { rules, version, updatedAt, actor }, gone, onOpen }: {
  readonly set: RuleSet
  readonly gone: readonly OperatorRule[]
  readonly onOpen: (id: string) => void
}) {
  const mayChange = useMay('operator')
  const keep = useKeepRule()
  const remove = useRemoveRule()
  const error = keep.error ?? remove.error
  const keepAs = (rule: OperatorRule, enabled: boolean): void => {
    keep.mutate({ ...rule, enabled }, { onSuccess: () => tellDone(
      `Rule ${rule.id} is ${enabled ? 'on' : 'off'}. What is stored stays as it was judged, ` +
      'until you judge it again.') })
  }
  const takeOut = (rule: OperatorRule): void => remove.mutate(rule.id, { onSuccess: () =>
    tellDone(`Rule ${rule.id} is taken out.`, () => keep.mutate(rule)) })
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          The first that fits decides, before all other knowledge.
          {updatedAt === undefined ? '' : (
            <> Version {version}, <Time at={updatedAt} /> by{' '}
              <SafeText text={actorWords(actor ?? '')} />.</>
          )}
        </Text>
        <ActionButton
          size="xs" variant="default" leftSection={<IconPlus size={14} />}
          why={mayChange ? undefined : NEEDS_OPERATOR} onClick={() => onOpen(NEW)}
        >
          New rule
        </ActionButton>
      </Group>
      {error === null ? null : <ErrorNotice error={error} />}
      {rules.length === 0 && gone.length === 0 ? (
        <EmptyNotice title="No rules yet">
          Draft one from a cluster, or write one from nothing.
        </EmptyNotice>
      ) : null}
      {rules.map((rule) => (
        <RuleCard
          key={rule.id} rule={rule} mayChange={mayChange} onOpen={onOpen}
          onSwitch={(enabled) => keepAs(rule, enabled)} onTakeOut={() => takeOut(rule)}
        />
      ))}
      {gone.length === 0 ? null : <Title order={2} size="h5">Taken out</Title>}
      {gone.map((rule) => (
        <RuleCard
          key={rule.id} rule={rule} mayChange={mayChange} onOpen={onOpen}
          onPutBack={() => keep.mutate(rule)}
        />
      ))}
    </Stack>
  )
}

function RuleCard({ rule, mayChange, onOpen, ...work }: RuleWays & {
  readonly rule: OperatorRule
  readonly mayChange: boolean
  readonly onOpen: (id: string) => void
}) {
  const { id, match, reason, hosts = [], codes = [], note } = rule
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={4} style={{ minWidth: 0, flex: '1 1 240px' }}>
          <Text size="sm" fw={600}>{id}</Text>
          <Text size="sm">
            {'words' in match ? match.words.map((word) => (
              <Code key={word} mr={4}><SafeText text={word} /></Code>
            )) : <Code><SafeText text={match.template} /></Code>}
            {' means '}<ReasonName reason={reason} />
          </Text>
          {hosts.length + codes.length === 0 ? null : (
            <Text size="xs" c="dimmed">
              {hosts.length === 0 ? '' : `Only from ${hosts.join(', ')}. `}
              {codes.length === 0 ? '' : `Only with ${codes.join(', ')}.`}
            </Text>
          )}
          {note === undefined ? null : <Text size="xs" c="dimmed"><SafeText text={note} /></Text>}
        </Stack>
        <Ways {...work} rule={rule} mayChange={mayChange} onOpen={onOpen} />
      </Group>
    </Paper>
  )
}

/** What can be done with a rule that is there, or with one that was taken out. */
type RuleWays =
  | { readonly onSwitch: (enabled: boolean) => void; readonly onTakeOut: () => void
    readonly onPutBack?: undefined }
  | { readonly onPutBack: () => void }

function Ways({ rule: { id, enabled = true }, mayChange, onOpen, ...ways }: RuleWays & {
  readonly rule: OperatorRule
  readonly mayChange: boolean
  readonly onOpen: (id: string) => void
}) {
  const why = mayChange ? undefined : NEEDS_OPERATOR
  if (ways.onPutBack !== undefined) {
    return (
      <ActionButton
        size="compact-sm" variant="default" why={why} onClick={ways.onPutBack}
      >
        Put back
      </ActionButton>
    )
  }
  const { onSwitch, onTakeOut } = ways
  return (
    <Group gap="xs">
      <Switch
        label={enabled ? 'On' : 'Off'} checked={enabled} disabled={!mayChange}
        onChange={() => onSwitch(!enabled)} aria-label={`Rule ${id}`}
      />
      <Button
        size="compact-sm" variant="default" leftSection={<IconPencil size={14} />}
        onClick={() => onOpen(id)}
      >
        Edit
      </Button>
      <ActionButton
        size="compact-sm" variant="subtle" color="gray" why={why} onClick={onTakeOut}
      >
        Take out
      </ActionButton>
    </Group>
  )
}
