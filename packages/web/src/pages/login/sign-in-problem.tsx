// Why nobody is signed in yet, and what to do about it.

import { ApiProblem } from '@carom/client'
import { Alert, Code, Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../parts/error-notice.tsx'

type Words = readonly [title: string, advice: ReactNode]

const WORDS: Readonly<Record<string, Words>> = {
  'credentials-invalid': [
    'Name or password is wrong',
    <Text key="" size="sm">
      Forgotten? An administrator can make you a new link under Users, or on the server:{' '}
      <Code>carom user reset NAME</Code>
    </Text>,
  ],
  'second-factor-invalid': [
    'This code does not count',
    'Each code counts once and for half a minute. If it goes on, look whether the clock of your ' +
      'phone is right.',
  ],
  'rate-limited': ['Too many tries', 'Wait a minute, then try again.'],
  'oidc-refused': [
    'Your account there may not sign in here',
    'Ask an administrator to let it in, or sign in with a password.',
  ],
  'oidc-unavailable': [
    'The identity provider does not answer',
    'Try again in a moment, or sign in with a password.',
  ],
  'csrf-invalid': [
    'This page has another address than the service expects',
    <Text key="" size="sm">
      Behind a proxy, set <Code>http.publicUrl</Code> to the address that you see in the browser.
    </Text>,
  ],
}

const OTHER: Words = ['The sign-in did not work', 'Try again.']

export function SignInProblem({ error }: { readonly error: unknown }) {
  const words = error instanceof ApiProblem ? WORDS[error.code] : undefined
  return words === undefined ? <ErrorNotice error={error} /> : <Notice words={words} />
}

/** The same for a code of the page's address: its words are ours, whatever stands there. */
export function ComingBackProblem({ code }: { readonly code: string }) {
  return <Notice words={Object.hasOwn(WORDS, code) ? WORDS[code] ?? OTHER : OTHER} />
}

function Notice({ words: [title, advice] }: { readonly words: Words }) {
  return (
    <Alert color="red" icon={<IconAlertCircle size={20} />} title={title} role="alert">
      {typeof advice === 'string' ? <Text size="sm">{advice}</Text> : advice}
    </Alert>
  )
}
