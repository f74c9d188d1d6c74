// Whether the sources of bounces tell what they usually tell.

import { Stack, Text } from '@mantine/core'
import { TextLink } from '../../app/links.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { countOf, formatLength } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { HealthBadge, isUnproved } from '../../parts/source-health.tsx'
import { Time } from '../../parts/time.tsx'
import classes from './overview.module.css'
import type { Overview } from './queries.ts'
import { Section } from './section.tsx'

type Source = Overview['sources'][number]

export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <Section
      title="Sources" about="Where bounces come from"
      actions={<TextLink to="/sources" size="sm">Set up</TextLink>}
    >
      {sources.length === 0 ? (
        <EmptyNotice title="No source is set up">
          Without one, nothing comes in.{' '}
          <TextLink to="/sources" fz="inherit">Set up a source</TextLink>
        </EmptyNotice>
      ) : (
        <Stack gap="sm">{sources.map((source) => <Row key={source.id} source={source} />)}</Stack>
      )}
    </Section>
  )
}

function Row({ source }: { readonly source: Source }) {
  const { name, type, vendor, health, lastInputAt, lastError, backlog } = source
  return (
    <div className={classes['limit']}>
      <Text size="sm">
        <b><SafeText text={name} /></b>{' '}
        <Text component="span" size="xs" c="dimmed">{vendor ?? type}</Text>
      </Text>
      <HealthBadge source={source} />
      <Text size="xs" c="dimmed" className={classes['wide']}>
        {lastInputAt === undefined
          ? 'Nothing has come in yet.' : <>Last event <Time at={lastInputAt} />.</>}{' '}
        {silenceOf(source)} {lackOfProof(source)}
        {backlog === 0 ? '' : ` ${countOf(backlog, 'input')} wait to be judged.`}
      </Text>
      {lastError === undefined || health === 'running' ? null : (
        <Text size="xs" c="red" className={classes['wide']}><SafeText text={lastError} /></Text>
      )}
    </div>
  )
}

export function silenceOf({ rhythm }: Source): string {
  if (rhythm === undefined || !rhythm.isSilent) return ''
  return `No event for ${formatLength(rhythm.silentMs)}; usually it is never silent for longer ` +
    `than ${formatLength(rhythm.usualMs)}.`
}

export function lackOfProof(source: Source): string {
  if (!isUnproved(source)) return ''
  return `Nothing proves any of the ${countOf(source.unproved ?? 0, 'failure')} that it told of ` +
    'last, so none of them counts.'
}
