// What to do where nothing that a source tells counts, because nothing proves it.

import { Alert, List, Stack, Text } from '@mantine/core'
import { IconShieldQuestion } from '@tabler/icons-react'
import { CodeSample } from '../../parts/code-sample.tsx'
import { countOf } from '../../parts/numbers.ts'
import type { Sight } from '../../parts/source-health.tsx'

export function UnprovedNotice({ source: { type, unproved = 0 } }: { readonly source: Sight }) {
  return (
    <Alert
      color="yellow" variant="light" icon={<IconShieldQuestion size={20} />}
      title="Nothing that it tells counts"
    >
      <Stack gap="xs">
        <Text size="sm">
          It told of {countOf(unproved, 'failure')} lately, and nothing proves that any of them is
          of mail of yours. Anyone can write a bounce, so they are shown and suppress nobody. Any
          of these makes them count:
        </Text>
        <List size="sm" spacing={4}>
          {waysOf(type).map((way) => <List.Item key={way}>{way}</List.Item>)}
        </List>
        {type === 'http'
          ? null : <CodeSample label="In carom.yaml, at your own risk" code={ANYBODY} />}
      </Stack>
    </Alert>
  )
}

const ANYBODY = 'guards:\n  minTrust: 0\n'

const REGISTERED = 'Tell Carom what you send: POST /v1/sends from the program that sends, or ' +
  'registerSends at the log of your own mail server. A bounce that returns the Message-ID counts ' +
  'then, also one that has come already.'
const TOKENS = 'Send with return paths that have a token: carom token makes them.'
/** What reads mail out of a mailbox knows the envelope from a header field alone. */
const MAILBOXES = new Set(['imap', 'pop3', 'maildir', 'mbox'])

function waysOf(type: string): readonly string[] {
  if (type === 'http') {
    return ['Hand them in with a key that may hand in what counts as proved.', REGISTERED]
  }
  return [
    REGISTERED,
    MAILBOXES.has(type)
      ? `${TOKENS} Name the header field with the envelope recipient in trustHeader.` : TOKENS,
    'Where nobody else knows the address that bounces go to, count everything; carom reclassify ' +
    '--apply counts what has come already:',
  ]
}
