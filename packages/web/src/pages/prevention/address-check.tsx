// Check of one address before it is mailed.

import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Schema } from '../../api/client.ts'
import type { SearchWords } from '../../app/search.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatRate } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { addressQuery } from './queries.ts'
import { REASON_WORDS, STATUS_COLORS } from './words.ts'

export function AddressCheck({ words, change }: {
  readonly words: SearchWords; readonly change: (words: SearchWords) => void
}) {
  const { address = '' } = words
  const { data, error, isFetching } = useQuery(addressQuery(address))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const asked = String(new FormData(event.currentTarget).get('address') ?? '').trim()
    change({ address: asked === '' ? undefined : asked })
  }
  return (
    <Section
      title="Check an address"
      about="Nothing is sent to it."
    >
      <form onSubmit={submit} key={address}>
        <Group align="flex-end" gap="sm">
          <TextInput
            name="address" label="Address" placeholder="ann@example.com" defaultValue={address}
            required inputMode="email"
          />
          <Button type="submit" loading={isFetching}>Check</Button>
        </Group>
      </form>
      <div aria-live="polite">
        {error === null ? null : <ErrorNotice error={error} />}
        {data === undefined ? null : <Advice advice={data} />}
      </div>
    </Section>
  )
}

function Advice({ advice }: { readonly advice: Schema<'AddressAdvice'> }) {
  const { status, findings, suggestion, bounceChance, address } = advice
  return (
    <Alert
      color={STATUS_COLORS[status] ?? 'gray'}
      title={<><SafeText text={address} /> is {status}</>}
    >
      <Stack gap={4}>
        {findings.length === 0 ? <Text size="sm">Nothing is known against it.</Text> : null}
        {findings.map(({ reason, about }) => (
          <Text size="sm" key={`${reason} ${about}`}>
            {REASON_WORDS[reason] ?? reason}
            {about === undefined ? '' : <> (<SafeText text={about} />)</>}.
          </Text>
        ))}
        {suggestion === undefined ? null
          : <Text size="sm" fw={600}>Probably meant: <SafeText text={suggestion} /></Text>}
        <Text size="xs" c="dimmed">
          Chance that mail to it bounces: about {formatRate(bounceChance)}.
        </Text>
      </Stack>
    </Alert>
  )
}
