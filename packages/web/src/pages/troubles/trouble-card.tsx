// One trouble: what happened, since when, how many it meets, and what to do about it.

import {
  Badge, Collapse, Group, Paper, Stack, Text, Title, UnstyledButton,
} from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Schema } from '../../api/client.ts'
import { BouncesLink } from '../../app/links.tsx'
import { FaultBadge } from '../../parts/badges.tsx'
import { countOf } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import { Playbook } from './playbook.tsx'
import { Sample } from './sample.tsx'
import classes from './troubles.module.css'

type Trouble = Schema<'Trouble'>

export function TroubleCard({ trouble, isOpen, isChosen, onToggle }: {
  readonly trouble: Trouble
  readonly isOpen: boolean
  /** Somebody opened it, by a press or a link: it comes into sight. */
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const { id, title, receiver, subject, state } = trouble
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <Paper ref={card} withBorder p="md" component="article" aria-labelledby={`trouble-${id}`}>
      <UnstyledButton
        onClick={onToggle} aria-expanded={isOpen} className={classes['head']}
        aria-controls={`trouble-body-${id}`}
      >
        <Chevron size={20} aria-hidden />
        <Title order={2} size="h4" id={`trouble-${id}`} className={classes['title']}>
          <SafeText text={title} /> at <SafeText text={receiver} />
          {subject === undefined ? null : <>: <SafeText text={subject} /></>}
        </Title>
        <Badge
          variant="light" color={state === 'open' ? 'red' : 'teal'} tt="none" radius="sm"
          flex="none"
        >
          {state === 'open' ? 'Open' : 'Closed'}
        </Badge>
      </UnstyledButton>
      <Summary trouble={trouble} />
      <Collapse expanded={isOpen} id={`trouble-body-${id}`}>
        {isOpen ? (
          <Stack gap="md" mt="xs">
            <div>
              <Text>{trouble.playbook.summary}</Text>
              <Text size="sm" c="dimmed">{endOf(trouble)}</Text>
            </div>
            <Playbook trouble={trouble} />
            <Sample trouble={trouble} />
          </Stack>
        ) : null}
      </Collapse>
    </Paper>
  )
}

function Summary({ trouble }: { readonly trouble: Trouble }) {
  const { openedAt, lastAt, addresses, messages, reason, receiver, fault, blocklist } = trouble
  const { earlierEpisodes } = trouble
  return (
    <Group gap="xs" mt={4}>
      <FaultBadge fault={fault} />
      <Text size="sm" c="dimmed">
        since <Time at={openedAt} />, last <Time at={lastAt} /> ·{' '}
        {countOf(addresses, 'address', 'addresses')} · {countOf(messages, 'message')}
        {earlierEpisodes === 0 ? '' : ` · it was over ${countOf(earlierEpisodes, 'time')} before`}
      </Text>
      <BouncesLink words={{ reason, receiver, blocklist }} size="sm">See its bounces</BouncesLink>
    </Group>
  )
}

function endOf({ closedAt, deliveredSince }: Trouble): ReactNode {
  if (closedAt !== undefined) return <>Closed <Time at={closedAt} />: mail gets through again.</>
  return deliveredSince === 0
    ? 'Nothing has been delivered there since the last refusal.'
    : `${countOf(deliveredSince, 'message')} got through since the last refusal.`
}
