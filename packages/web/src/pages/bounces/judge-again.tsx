// The same bounce judged by the rules of now, beside the verdict that is stored.

import { Alert, Button, Group, Progress, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatRate } from '../../parts/numbers.ts'
import { ReasonName } from '../../parts/reason-name.tsx'
import classes from './bounces.module.css'

export function JudgeAgain({ id }: { readonly id: string }) {
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => await answerOf(
      api.POST('/v1/events/{id}/judge', { params: { path: { id } } })),
  })
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Title order={3} size="h6">By the rules of now</Title>
        <Button size="compact-sm" variant="default" loading={isPending} onClick={() => mutate()}>
          Judge again
        </Button>
      </Group>
      <div aria-live="polite">
        {error === null ? null : <ErrorNotice error={error} />}
        {data === undefined ? (
          <Text size="sm" c="dimmed">Shows what would be said today; nothing is changed.</Text>
        ) : <Answer judged={data} />}
      </div>
    </div>
  )
}

type Judged = Schema<'JudgedAgain'>
type Verdict = NonNullable<Judged['after']>

const ROWS: readonly (readonly [string, (verdict: Verdict) => React.ReactNode])[] = [
  ['Reason', ({ reason }) => <ReasonName reason={reason} />],
  ['What to do', ({ remedy }) => remedy],
  ['How lasting', ({ permanence }) => permanence],
  ['Concerns', ({ scope }) => scope],
  ['Sure', ({ confidence }) => formatRate(confidence)],
  ['First rule', ({ because }) => because[0]?.rule],
]

function Answer({ judged: { isChanged, before, after, candidates } }: {
  readonly judged: Judged
}) {
  return (
    <Stack gap="xs">
      <Alert
        color={isChanged ? 'yellow' : 'teal'} py={6} variant="light"
        title={isChanged ? 'It would be judged differently today' : 'Judged the same today'}
      >
        {isChanged ? 'To judge stored bounces anew and let it count, use “reclassify”.' : null}
      </Alert>
      <Table fz="sm" verticalSpacing={4} className={classes['wrap']}>
        <Table.Thead>
          <Table.Tr><Table.Th /><Table.Th>Stored</Table.Th><Table.Th>Now</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ROWS.map(([name, read]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{read(before)}</Table.Td>
              <Table.Td>{after === undefined ? 'nothing is read in it' : read(after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {candidates.length === 0 ? null : <Text size="xs" c="dimmed">Also weighed</Text>}
      {candidates.slice(0, CANDIDATES_SHOWN).map(({ reason, confidence }) => (
        <Group key={reason} gap="xs" wrap="nowrap">
          <Text size="sm" flex="0 0 60%"><ReasonName reason={reason} /></Text>
          <Progress value={confidence * 100} flex={1} aria-label={`${reason}, likelihood`} />
          <Text size="xs" w={48} ta="right">{formatRate(confidence)}</Text>
        </Group>
      ))}
    </Stack>
  )
}

const CANDIDATES_SHOWN = 5
