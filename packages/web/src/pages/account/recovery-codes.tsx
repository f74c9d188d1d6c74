// Codes for who has lost the app or the passkey; each counts once.

import { Button, Code, CopyButton, Group, SimpleGrid, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Section } from '../../parts/section.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import type { Account } from './queries.ts'

const FEW = 3

export function RecoveryCodes({ user }: { readonly user: Account }) {
  const client = useQueryClient()
  const [codes, setCodes] = useState<readonly string[]>()
  const renew = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/users/me/recovery-codes')),
    async onSuccess({ recoveryCodes }) {
      setCodes(recoveryCodes)
      await client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  return (
    <Section
      title="Recovery codes"
      about="For the day on which the phone or the passkey is gone. Each counts once."
    >
      {renew.error === null ? null : <ErrorNotice error={renew.error} />}
      {codes === undefined ? null
        : <FreshCodes codes={codes} onDone={() => setCodes(undefined)} />}
      <Group>
        <Text size="sm">
          {user.recoveryCodes} left.{user.recoveryCodes < FEW ? ' Make new ones soon.' : ''}
        </Text>
        <ConfirmButton
          size="compact-sm" variant="default" yes="Make new ones"
          question="The ones that you have no longer count then." onConfirm={() => renew.mutate()}
        >
          Make new ones
        </ConfirmButton>
      </Group>
    </Section>
  )
}

/** Shown when they are made, and never again. */
export function FreshCodes({ codes, onDone }: {
  readonly codes: readonly string[]; readonly onDone: () => void
}) {
  const text = codes.join('\n')
  return (
    <ShownOnce
      title="Keep these recovery codes" onDone={onDone}
      about="They are shown this once. Print them, or keep them in a password manager."
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={4} maw={420}>
        {codes.map((code) => <Code key={code} fz="sm">{code}</Code>)}
      </SimpleGrid>
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="sm" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
        <Button
          size="sm" variant="default" component="a" download="carom-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
        >
          Download
        </Button>
      </Group>
    </ShownOnce>
  )
}
