// What is better than a bounce, for one message: unsubscribe, report, block.

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconBan, IconFlag3, IconMailOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { BytesView } from './bytes-view.tsx'
import type { Alternative, AlternativeRow } from './queries.ts'
import { ALTERNATIVE_STATES, ALTERNATIVE_WORDS } from './words.ts'

const ICONS = { unsubscribe: IconMailOff, complaint: IconFlag3, block: IconBan } as const

export function Offers({ mailbox, messageKey, rows }: {
  readonly mailbox: string; readonly messageKey: string; readonly rows: readonly Alternative[]
}) {
  const offered = rows.filter(({ available }) => available)
  const others = rows.filter(({ available }) => !available)
  return (
    <Stack gap={6}>
      <Text size="xs" fw={600} c="dimmed">Better than a bounce</Text>
      {offered.map((one) => (
        <Offer key={one.name} mailbox={mailbox} messageKey={messageKey} alternative={one} />
      ))}
      {others.map(({ name, because }) => (
        <Text key={name} size="sm" c="dimmed">
          {ALTERNATIVE_WORDS[name].title}: not for this one. <SafeText text={because} />
        </Text>
      ))}
    </Stack>
  )
}

function Offer({ mailbox, messageKey, alternative: { name, because, target } }: {
  readonly mailbox: string; readonly messageKey: string; readonly alternative: Alternative
}) {
  const client = useQueryClient()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (dryRun: boolean) => (await answerOf(api.POST('/v1/bounces/alternatives', {
      body: { mailbox, keys: [messageKey], which: name, dryRun },
    }))).rows[0],
    onSuccess: () => client.invalidateQueries({ queryKey: ['refused-senders'] }),
  })
  const OfferIcon = ICONS[name]
  const { title, about } = ALTERNATIVE_WORDS[name]
  // Somebody reads a report: it is looked at before it is sent.
  const isShownFirst = name === 'complaint'
  return (
    <div>
      <Group gap="xs" align="flex-start">
        <Button
          size="compact-sm" variant="light" leftSection={<OfferIcon size={15} />}
          loading={isPending} disabled={data?.state === 'done'} onClick={() => mutate(isShownFirst)}
        >
          {title}{isShownFirst ? ' …' : ''}
        </Button>
        <Text size="sm" c="dimmed" flex="1 1 260px" style={{ overflowWrap: 'anywhere' }}>
          {about} <SafeText text={because} />
          {target === undefined ? null : <> <code><SafeText text={target} /></code></>}
        </Text>
      </Group>
      <div aria-live="polite">
        {data === undefined ? null : <Outcome row={data} onSend={() => mutate(false)} />}
        {error === null ? null : <ErrorNotice error={error} />}
      </div>
    </div>
  )
}

function Outcome({ row: { state, because, bytes }, onSend }: {
  readonly row: AlternativeRow; readonly onSend: () => void
}) {
  return (
    <Stack gap={4} mt={4}>
      <Text size="sm">
        <Text span fw={600}>{ALTERNATIVE_STATES[state].title}.</Text>{' '}
        <SafeText text={because} />
      </Text>
      {bytes === undefined ? null : <BytesView base64={bytes} />}
      {state === 'planned' ? (
        <Button size="compact-sm" w="fit-content" onClick={onSend}>Send this report</Button>
      ) : null}
    </Stack>
  )
}
