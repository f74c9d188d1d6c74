// The heart of every answer: hard or soft, why, whose fault, what to do now.

import { Badge, Group, Text } from '@mantine/core'
import type { Judgement } from '@carom/core/codes'
import { FAULT_COLORS } from '../../../app/theme.ts'
import { RemedyBadge } from '../../../parts/badges.tsx'
import type { Fact } from '../../../parts/facts.tsx'
import { WordLink } from '../word-link.tsx'
import classes from './answer.module.css'

const TYPE_COLORS: Readonly<Record<string, string>> = { hard: 'red', soft: 'yellow' }

const PERMANENCE_WORDS: Readonly<Record<Judgement['permanence'], string>> = {
  permanent: 'permanent by the server\'s word', transient: 'temporary by the server\'s word',
  unknown: 'the server does not say for how long',
}

const REMEDY_WORDS: Readonly<Record<Judgement['remedy'], string>> = {
  suppress: 'Stop mailing this address', retry: 'Keep the address and try again',
  fix: 'Repair it on your side; the address is good', none: 'Nothing to do',
}

export function JudgementBadges({ judgement }: { readonly judgement: Judgement }) {
  const { bounceType, remedy, fault } = judgement
  return (
    <Group gap={6}>
      <Badge
        variant="light" color={TYPE_COLORS[bounceType ?? ''] ?? 'gray'} tt="none" radius="sm"
        fw={600}
      >
        {bounceType === null ? 'no bounce' : `${bounceType} bounce`}
      </Badge>
      <RemedyBadge remedy={remedy} />
      <Badge
        variant="light" color={FAULT_COLORS[fault] ?? 'gray'} tt="none" radius="sm" fw={600}
      >
        {fault === 'none' ? 'nobody’s fault' : `${fault}’s fault`}
      </Badge>
    </Group>
  )
}

export function WhatToDo({ judgement }: { readonly judgement: Judgement }) {
  const { remedy, advice } = judgement
  return (
    <div className={classes['todo']} data-remedy={remedy}>
      <Text size="xs" fw={600} c="dimmed">What to do</Text>
      <Text fw={600}>{REMEDY_WORDS[remedy]}</Text>
      <Text size="sm">{advice}</Text>
    </div>
  )
}

export function judgementFacts(judgement: Judgement): Fact[] {
  const { reason, title, meaning, whose, bounceType, permanence, scope } = judgement
  return [
    ['Reason', (
      <>
        <WordLink kind="reason" word={reason} /> · {title}
        <Text size="sm" c="dimmed">{meaning}</Text>
      </>
    )],
    ['Whose fault', whose],
    ['Hard or soft', bounceType === null ? 'Neither; nothing failed for good.'
      : `${bounceType}, ${PERMANENCE_WORDS[permanence]}`],
    ['Concerns', scope === 'unknown' ? undefined : SCOPE_WORDS[scope]],
  ]
}

const SCOPE_WORDS: Readonly<Record<Judgement['scope'], string>> = {
  'address': 'this address only', 'domain': 'every address of the domain',
  'sender-ip': 'everything from your IP address', 'sender-domain': 'everything from your domain',
  'message': 'this message only', 'network': 'the way between the servers', 'unknown': '',
}
