// What is better than a bounce, for one message: unsubscribe, report, block.

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconBan, IconFlag3, IconMailOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import type { Alternative } from './queries.ts'
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
    mutationFn: async () => (await answerOf(api.POST('/v1/bounces/alternatives', {
      body: { mailbox, keys: [messageKey], which: name, dryRun: false },
    }))).rows[0],
    onSuccess: () => client.invalidateQueries({ queryKey: ['refused-senders'] }),
  })
  const OfferIcon = ICONS[name]
  const { title, about } = ALTERNATIVE_WORDS[name]
  return (
    <div>
      <Group gap="xs" wrap="wrap">
        <Button
          size="compact-sm" variant="light" leftSection={<OfferIcon size={15} />}
          loading={isPending} disabled={data?.state === 'done'} onClick={() => mutate()}
        >
          {title}
        </Button>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {about} <SafeText text={because} />
          {target === undefined ? null : <> <code><SafeText text={target} /></code></>}
        </Text>
      </Group>
      <div aria-live="polite">
        {data === undefined ? null : (
          <Text size="sm" mt={4}>
            <Text span fw={600}>{ALTERNATIVE_STATES[data.state].title}.</Text>
            {' '}<SafeText text={data.because} />
          </Text>
        )}
        {error === null ? null : <ErrorNotice error={error} />}
      </div>
    </div>
  )
}
