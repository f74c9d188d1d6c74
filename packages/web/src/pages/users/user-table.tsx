// The list of people.

import { Anchor, Badge, Skeleton, Table } from '@mantine/core'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import type { User } from './queries.ts'

const OPEN = { bg: 'var(--mantine-color-default-hover)' }

export function UserTable({ users, open, onOpen }: {
  readonly users: readonly User[] | undefined
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
}) {
  if (users === undefined) return <Skeleton h={140} />
  return (
    <WideTable label="Users" minWidth={520}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th><Table.Th>Role</Table.Th><Table.Th>Signs in by</Table.Th>
          <Table.Th>Last sign-in</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <Table.Tr key={user.id} {...user.id === open ? OPEN : {}}>
            <Table.Td>
              <Anchor
                component="button" type="button" inherit onClick={() => onOpen(user.id)}
                aria-expanded={user.id === open}
              >
                <SafeText text={user.name} />
              </Anchor>{' '}
              {user.disabled
                ? <Badge color="gray" variant="light" tt="none">Disabled</Badge> : null}
            </Table.Td>
            <Table.Td>{user.role}</Table.Td>
            <Table.Td>{waysOf(user)}</Table.Td>
            <Table.Td>
              {user.lastLoginAt === undefined ? 'Never' : <Time at={user.lastLoginAt} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  )
}

/** How somebody signs in, in words. */
export function waysOf({ origin, hasPassword, hasTotp, passkeys }: User): string {
  if (origin === 'oidc') return 'Identity provider'
  const ways = [
    ...hasPassword ? [hasTotp ? 'Password and app' : 'Password'] : [],
    ...passkeys > 0 ? [passkeys === 1 ? 'Passkey' : `${passkeys} passkeys`] : [],
  ]
  return ways.length === 0 ? 'Link not used yet' : ways.join(', ')
}
