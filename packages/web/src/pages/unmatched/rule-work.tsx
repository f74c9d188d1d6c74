// A rule on the bench: written, tried on the stored history, kept.

import { checkOperatorRules, type OperatorRule } from '@carom/core'
import { Group, Stack, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { tellDone } from '../../parts/undo-notice.tsx'
import { testRule, useKeepRule } from './queries.ts'
import { RuleEditor } from './rule-editor.tsx'
import { TestView } from './test-view.tsx'

export function RuleWork({ start, isNew, cluster, onKept }: {
  readonly start: OperatorRule
  readonly isNew: boolean
  /** It is drafted from this one. */
  readonly cluster?: string
  readonly onKept: (rule: OperatorRule) => void
}) {
  const [edited, setEdited] = useState(start)
  const rule = useMemo(() => trimmed(edited), [edited])
  const problems = useMemo(() => checkOperatorRules([rule]).problems ?? [], [rule])
  // Nothing is wrong with what nobody has begun to write.
  const shown = isNew && edited === start ? [] : problems
  const mayKeep = useMay('operator')
  const test = useMutation({ mutationFn: testRule })
  const keep = useKeepRule()
  const broken = problems.length > 0 ? 'Mend what is marked first.' : undefined
  const unsaid = rule.reason === 'unknown' ? 'Choose what it means first.' : undefined
  const isTested = test.data !== undefined && test.variables.rule === rule
  const tell = (): void => {
    tellDone(rule.enabled === false ? `Rule ${rule.id} is kept, and stays switched off.`
      : `Rule ${rule.id} is kept and judges what comes in from now on.`)
    onKept(rule)
  }
  return (
    <Stack gap="md">
      <RuleEditor
        rule={edited} isNew={isNew} onChange={setEdited}
        problemOf={(path) => shown.find((one) => one.path.startsWith(`[0].${path}`))?.message}
      />
      <Group gap="xs">
        <ActionButton
          variant="default" leftSection={<IconFlask size={16} />} why={broken}
          loading={test.isPending} onClick={() => test.mutate({ rule, cluster })}
        >
          Test on the history
        </ActionButton>
        <ActionButton
          why={mayKeep ? broken ?? unsaid : NEEDS_OPERATOR} loading={keep.isPending}
          onClick={() => keep.mutate(rule, { onSuccess: tell })}
        >
          Keep the rule
        </ActionButton>
        {isTested || broken !== undefined ? null
          : <Text size="sm" c="dimmed">Not tested as it stands.</Text>}
      </Group>
      {test.error === null ? null : <ErrorNotice error={test.error} />}
      {keep.error === null ? null : <ErrorNotice error={keep.error} />}
      {test.data === undefined ? null : <TestView test={test.data} isOld={!isTested} />}
    </Stack>
  )
}

/** Without fields that say nothing. */
function trimmed(
  { id, match, hosts, codes, reason, note, enabled }: OperatorRule,
): OperatorRule {
  return {
    id, match, reason,
    ...hosts === undefined || hosts.length === 0 ? {} : { hosts },
    ...codes === undefined || codes.length === 0 ? {} : { codes },
    ...note === undefined || note === '' ? {} : { note },
    ...enabled === false ? { enabled } : {},
  }
}
