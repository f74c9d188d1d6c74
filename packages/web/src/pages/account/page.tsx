// One's own account: password, second step, passkeys, and where one is signed in.

import { Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { Authenticator } from './authenticator.tsx'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { whoQuery } from './queries.ts'
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
        : <>You are <strong>{data.name}</strong>, {data.role}. {ROLE_WORDS[data.role]}</>}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? <Skeleton h={420} /> : (
        <Stack gap="md" maw={760}>
          {data.origin === 'oidc' ? (
            <Text size="sm">
              Your account comes from the identity provider; password and second step are its own.
            </Text>
          ) : <Password user={data} />}
          {data.origin === 'oidc' ? null : <Authenticator user={data} />}
          <Passkeys />
          {data.hasTotp || data.passkeys > 0 ? <RecoveryCodes user={data} /> : null}
          <Sessions />
        </Stack>
      )}
    </PageFrame>
  )
}
