// One's own account: password, second step, passkeys, and where one is signed in.

import { Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { Authenticator } from './authenticator.tsx'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { whoQuery, type Account } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Sessions } from './sessions.tsx'

const ROLE_WORDS = {
  viewer: 'You see everything and change nothing.',
  operator: 'You see everything, suppress and lift addresses, and set policies.',
  admin: 'You see and do everything, with users and API keys.',
} as const

export function Page(): ReactNode {
  const { data, error } = useQuery(whoQuery)
  return (
    <PageFrame
      title="Account and sign-in"
      about={data === undefined ? 'How you sign in, and where you are signed in.'
        : (
          <>
            You are <strong>{data.name}</strong>, in the role of {data.role}.{' '}
            {ROLE_WORDS[data.role]}
          </>
        )}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? <Skeleton h={420} /> : (
        <Stack gap="md" maw={760}>
          {data.origin === 'oidc' ? (
            <Text size="sm">
              Your account comes from the identity provider; password and second step are its own.
            </Text>
          ) : <OwnWays user={data} />}
          <Sessions />
        </Stack>
      )}
    </PageFrame>
  )
}

/** How somebody signs in whom no provider vouches for. */
function OwnWays({ user }: { readonly user: Account }) {
  return (
    <>
      <Password user={user} />
      <Authenticator user={user} />
      <Passkeys />
      {user.hasTotp || user.passkeys > 0 ? <RecoveryCodes user={user} /> : null}
    </>
  )
}
