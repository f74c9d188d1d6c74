// The page Addresses: find an address, and see all that is known of it.

import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent } from 'react'
import { AddressLink } from '../../app/links.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { AddressSight } from './address-sight.tsx'
import { useRecent } from './recent.ts'

export function Page() {
  const { address } = useParams({ strict: false })
  const [recent, remember, forget] = useRecent()
  useEffect(() => {
    if (address !== undefined) remember(address)
  }, [address, remember])
  return (
    <PageFrame
      title={address === undefined ? 'Addresses' : 'Address'}
      about={address === undefined
        ? 'Everything that is known of one address: whether it gets mail, why, and what comes next.'
        : undefined}
      actions={address === undefined ? undefined : <Find key={address} />}
    >
      {address === undefined
        ? <Start recent={recent} onForget={forget} />
        : <AddressSight key={address} address={address} />}
    </PageFrame>
  )
}

function Find() {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const address = text.trim()
    if (address !== '') void navigate({ to: '/addresses/$address', params: { address } })
  }
  return (
    <form onSubmit={submit} role="search">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label="Find an address" value={text} placeholder="ann@example.org" maxLength={320}
          autoComplete="off" spellCheck={false} w={{ base: 200, sm: 320 }} inputMode="email"
          leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">Open</Button>
      </Group>
    </form>
  )
}

function Start({ recent, onForget }: {
  readonly recent: readonly string[]; readonly onForget: () => void
}) {
  return (
    <Stack gap="lg">
      <Find />
      {recent.length === 0 ? (
        <EmptyNotice title="Which address?">
          Type it above. Addresses that you look at stand here for as long as this tab is open;
          every bounce and every suppression leads here, too.
        </EmptyNotice>
      ) : (
        <section aria-labelledby="recent">
          <Group gap="xs" mb={4}>
            <Title order={2} size="h5" id="recent">Looked at lately</Title>
            <Button size="compact-sm" variant="subtle" onClick={onForget}>Forget them</Button>
          </Group>
          <Stack gap={4}>
            {recent.map((address) => (
              <Text key={address} size="sm"><AddressLink address={address} fz="inherit" /></Text>
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  )
}
