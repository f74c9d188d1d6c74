// One cluster: what its texts say, what the engine makes of them, and a rule drafted from them.

import type { OperatorRule } from '@carom/core'
import { Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { TextLink } from '../../app/links.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { countOf, formatRate } from '../../parts/numbers.ts'
import { ReasonName } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { Time } from '../../parts/time.tsx'
import { draftQuery, type Cluster } from './queries.ts'
import { RuleWork } from './rule-work.tsx'
import classes from './unmatched.module.css'

/** Characters of a text that a link takes along. */
const LINK_CHARS_MAX = 1_500

type OnKept = (rule: OperatorRule) => void

export function ClusterPane({ cluster, onClose, onKept }: {
  readonly cluster: Cluster
  readonly onClose: () => void
  readonly onKept: OnKept
}) {
  const { n, firstAt, lastAt, sources, text, samples } = cluster
  return (
    <PaneFrame name="Cluster" title={<SafeText text={text} />} onClose={onClose}>
      <Stack gap="md">
        <Facts rows={[
          ['Came', countOf(n, 'time')], ['First', <Time key="first" at={firstAt} />],
          ['Last', <Time key="last" at={lastAt} />], ['From', sources.join(', ')],
        ]} />
        <Title order={3} size="h5">What came in</Title>
        {samples.map(({ inboxId, excerpt }) => (
          <pre key={inboxId} className={classes['sample']} tabIndex={0} aria-label="Sample">
            <SafeText text={excerpt.replaceAll('\r\n', '\n')} />
          </pre>
        ))}
        <Draft cluster={cluster} onKept={onKept} />
      </Stack>
    </PaneFrame>
  )
}

function Draft({ cluster, onKept }: { readonly cluster: Cluster; readonly onKept: OnKept }) {
  const { data, error } = useQuery(draftQuery(cluster.id))
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return <Skeleton h={260} />
  const { rule, candidates, samples } = data
  const [sample = cluster.text] = samples
  return (
    <>
      <Title order={3} size="h5">What the engine makes of it</Title>
      {candidates.length === 0 ? <Text size="sm" c="dimmed">Nothing: no word tells.</Text> : (
        <Stack gap={2}>
          {candidates.map(({ reason, confidence }) => (
            <Group key={reason} gap="xs" wrap="nowrap" align="baseline">
              <Code w={48} ta="right" flex="none">{formatRate(confidence)}</Code>
              <Text size="sm"><ReasonName reason={reason} /></Text>
            </Group>
          ))}
        </Stack>
      )}
      <Text size="sm">
        <TextLink to="/lookup" search={{ text: sample.slice(0, LINK_CHARS_MAX) }} fz="sm">
          Explain this text in Lookup
        </TextLink>
      </Text>
      <Title order={3} size="h5">A rule for it</Title>
      <Text size="sm" c="dimmed">
        Drafted from what the texts share. Take out words that stand there by chance, choose what it
        means, test it, keep it.
      </Text>
      <RuleWork key={cluster.id} start={rule} isNew cluster={cluster.id} onKept={onKept} />
    </>
  )
}
