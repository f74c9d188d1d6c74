// What could not be delivered, and was given up after many tries.

import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import { outcomeWords } from './outcome.ts'
import { deadLettersQuery, type DeadLetter } from './queries.ts'

export function DeadLetters({ endpoint, waiting, why }: {
  readonly endpoint: string
  /** Deliveries that were not made yet. */
  readonly waiting: number
  /** Why nothing may be delivered again. */
  readonly why: string | undefined
}) {
  const client = useQueryClient()
  const { data, error } = useQuery(deadLettersQuery(endpoint))
  const redeliver = useMutation({
    mutationFn: (body: { id: number } | { endpoint: string }) =>
      answerOf(api.POST('/v1/dead-letters/redeliver', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['endpoints', 'dead'] }),
  })
  const problem = error ?? redeliver.error
  return (
    <Stack gap="xs" component="section" aria-label="Not delivered">
      <Group justify="space-between">
        <Title order={3} size="h5">Not delivered</Title>
        {data === undefined || data.rows.length === 0 ? null : (
          <ActionButton
            size="compact-sm" variant="default" why={why}
            onClick={() => redeliver.mutate({ endpoint })}
          >
            Deliver all again
          </ActionButton>
        )}
      </Group>
      {problem === null ? null : <ErrorNotice error={problem} />}
      <Text size="sm" role="status">
        {redeliver.data === undefined ? ''
          : `${countOf(redeliver.data.redelivered, 'delivery', 'deliveries')} on the way again.`}
      </Text>
      {data === undefined ? <Skeleton h={40} /> : data.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {waiting === 0 ? 'Everything was delivered.' : 'Nothing was given up; '
            + `${countOf(waiting, 'delivery still waits', 'deliveries still wait')}.`}
        </Text>
      ) : (
        <Table aria-label="Not delivered">
          <Table.Thead>
            <Table.Tr><Table.Th>What</Table.Th><Table.Th>Again</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((letter) => (
              <Row
                key={letter.id} letter={letter} isDisabled={why !== undefined}
                onAgain={() => redeliver.mutate({ id: letter.id })}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {data?.isMore === true
        ? <Text size="sm" c="dimmed">Older ones follow when these are delivered.</Text> : null}
    </Stack>
  )
}

function Row({ letter, isDisabled, onAgain }: {
  readonly letter: DeadLetter; readonly isDisabled: boolean; readonly onAgain: () => void
}) {
  const { type, orderingKey, finishedAt, attempts } = letter
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <code>{type}</code>
        <Text size="sm"><SafeText text={orderingKey} /></Text>
        <Text size="xs" c="dimmed">
          Given up <Time at={finishedAt} />{' '}
          {attempts === 0 ? 'before it was tried'
            : `after ${countOf(attempts, 'try', 'tries')}`}:{' '}
          <SafeText text={outcomeWords(letter)} />
        </Text>
      </Table.Td>
      <Table.Td>
        <Button size="compact-sm" variant="default" disabled={isDisabled} onClick={onAgain}>
          Deliver
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
