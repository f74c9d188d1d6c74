// Where one is signed in, and how to end it.

import { Badge, Group, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { nameAgent } from './name-agent.ts'
import { sessionsQuery } from './queries.ts'

const METHODS = {
  password: 'Password', passkey: 'Passkey', oidc: 'Identity provider', link: 'One-time link',
} as const

export function Sessions() {
  const client = useQueryClient()
  const { data, error } = useQuery(sessionsQuery)
  const refresh = { onSuccess: () => client.invalidateQueries({ queryKey: ['account'] }) }
  const end = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/v1/users/me/sessions/{id}', { params: { path: { id } } })),
    ...refresh,
  })
  const endOthers = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/users/me/sessions')), ...refresh,
  })
  const problem = error ?? end.error ?? endOthers.error
  return (
    <Section
      title="Where you are signed in"
      about="If you do not know one of them, end it and change your password."
    >
      {problem === null ? null : <ErrorNotice error={problem} />}
      {data === undefined ? <Skeleton h={100} /> : (
        <WideTable label="Sessions" minWidth={480}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Browser</Table.Th><Table.Th>Address</Table.Th>
              <Table.Th>Signed in by</Table.Th><Table.Th>Last seen</Table.Th>
              <Table.Th><VisuallyHidden>Actions</VisuallyHidden></Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ id, agent, ip, method, seenAt, current }) => (
              <Table.Tr key={id}>
                <Table.Td title={agent}><SafeText text={nameAgent(agent)} /></Table.Td>
                <Table.Td ff="monospace">{ip}</Table.Td>
                <Table.Td>{METHODS[method]}</Table.Td>
                <Table.Td><Time at={seenAt} /></Table.Td>
                <Table.Td ta="right">
                  {current
                    ? <Badge color="teal" variant="light" tt="none">This one</Badge>
                    : (
                      <ConfirmButton
                        size="compact-sm" variant="default" yes="End"
                        question="It has to sign in again?" onConfirm={() => end.mutate(id)}
                      >
                        End
                      </ConfirmButton>
                    )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      <Group gap="sm">
        <ConfirmButton
          size="sm" variant="default" yes="End all others"
          question="You stay signed in here alone?" onConfirm={() => endOthers.mutate()}
        >
          End all others
        </ConfirmButton>
        <Text size="sm" role="status">
          {endOthers.data === undefined ? '' : `${endOthers.data.ended} ended.`}
        </Text>
      </Group>
    </Section>
  )
}
