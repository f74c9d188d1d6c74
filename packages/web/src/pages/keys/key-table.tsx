// The keys that there are, and when they were last used.

import { Badge, Code, Group, Skeleton, Table, VisuallyHidden } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import type { ApiKey } from './queries.ts'

export function KeyTable({ keys }: { readonly keys: readonly ApiKey[] | undefined }) {
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: (prefix: string) =>
      answerOf(api.DELETE('/v1/keys/{prefix}', { params: { path: { prefix } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  })
  if (keys === undefined) return <Skeleton h={160} />
  if (keys.length === 0) {
    return (
      <EmptyNotice title="There is no key yet">
        A system that sends mail needs one to ask who may be mailed, and to hand in bounces.
      </EmptyNotice>
    )
  }
  return (
    <>
      {revoke.error === null ? null : <ErrorNotice error={revoke.error} />}
      <WideTable label="API keys" minWidth={760}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th><Table.Th>Begins with</Table.Th><Table.Th>May</Table.Th>
            <Table.Th>Last used</Table.Th><Table.Th>Ends</Table.Th>
            <Table.Th><VisuallyHidden>Actions</VisuallyHidden></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder(keys).map((key) => (
            <Row key={key.prefix} of={key} onRevoke={() => revoke.mutate(key.prefix)} />
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  )
}

function Row({ of: key, onRevoke }: { readonly of: ApiKey; readonly onRevoke: () => void }) {
  const isOver = key.revokedAt !== undefined || isPast(key.expiresAt)
  return (
    <Table.Tr {...isOver ? { c: 'dimmed' } : {}}>
      <Table.Td><SafeText text={key.name} /></Table.Td>
      <Table.Td><Code>carom_{key.prefix}_…</Code></Table.Td>
      <Table.Td>
        <Group gap={4}>
          {key.scopes.map((scope) => (
            <Badge
              key={scope} variant="light" tt="none" fw={500}
              color={scope === 'admin' || scope === 'personal' ? 'orange' : 'gray'}
            >
              {scope}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>{key.lastUsedAt === undefined ? 'Never' : <Time at={key.lastUsedAt} />}</Table.Td>
      <Table.Td>
        {key.revokedAt !== undefined ? <>Revoked <Time at={key.revokedAt} /></>
          : key.expiresAt === undefined ? 'Never' : <Time at={key.expiresAt} />}
      </Table.Td>
      <Table.Td ta="right">
        {isOver ? null : (
          <ConfirmButton
            size="compact-sm" variant="default" yes="Revoke" onConfirm={onRevoke}
            question="Programs that use it are refused at once?"
          >
            Revoke
          </ConfirmButton>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** Those that count first, the newest first. */
function inOrder(keys: readonly ApiKey[]): ApiKey[] {
  return keys.toSorted((a, b) =>
    Number(a.revokedAt !== undefined) - Number(b.revokedAt !== undefined) ||
    b.createdAt.localeCompare(a.createdAt))
}

function isPast(at: string | undefined): boolean {
  return at !== undefined && Date.parse(at) <= Date.now()
}
