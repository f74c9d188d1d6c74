// What bouncing keeps to: the switches, the limits, the relay, the senders that are blocked.

import {
  Alert, Button, Code, Group, Paper, Skeleton, Stack, Table, Text, Title,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import { ConnectionTest } from './connection-test.tsx'
import classes from './mailbox.module.css'
import { refusedQuery, settingsQuery, type BounceSettings, type Mailbox } from './queries.ts'
import { DryRunNotice, NEEDS_ADMIN, useSettings } from './settings-notice.tsx'
import { Why } from './why.tsx'

export function Rules({ mailbox }: { readonly mailbox: Mailbox }) {
  const { data: settings, error } = useQuery(settingsQuery)
  const isAdmin = useMay('admin')
  const { mutate, isPending } = useSettings()
  if (error !== null) return <ErrorNotice error={error} />
  if (settings === undefined) return <Skeleton h={300} />
  return (
    <Stack gap="md">
      <DryRunNotice settings={settings} />
      {settings.enabled ? (
        <ActionButton
          color="red" variant="light" size="xs" w="fit-content" loading={isPending}
          why={isAdmin ? undefined : NEEDS_ADMIN} onClick={() => mutate({ enabled: false })}
        >
          Kill switch: stop all bouncing
        </ActionButton>
      ) : null}
      <Paper withBorder p="md">
        <Title order={2} size="h4" mb="xs">Settings</Title>
        <SettingsFacts settings={settings} />
        <Text size="xs" c="dimmed" mt="xs">
          Relay, limits and domains are set in the configuration, under <code>bounce</code>.
        </Text>
        <RelayTest />
      </Paper>
      <Paper withBorder p="md">
        <Title order={2} size="h4" mb="xs">This mailbox</Title>
        <Facts rows={[
          ['Name', <SafeText key="name" text={mailbox.name} />],
          ['Place', <SafeText key="place" text={mailbox.place} />],
          ['Your addresses', mailbox.addresses.join(', ')],
          ['Bounced messages go to', mailbox.bouncedFolder],
        ]} />
        <ConnectionTest key={mailbox.id} mailbox={mailbox} />
      </Paper>
      <Refused />
      <Why />
    </Stack>
  )
}

function SettingsFacts({ settings }: { readonly settings: BounceSettings }) {
  const { from, host, relay, dkim, limits, ownDomains, authservIds, ageHoursMax } = settings
  const { missing } = settings
  return (
    <Facts rows={[
      ['Missing', missing.length === 0 ? undefined : <Code>{missing.join(', ')}</Code>],
      ['From', from], ['Name of this host', host],
      ['Relay', relay === undefined ? 'none: nothing can be sent'
        : `${relay.host}:${relay.port}, ${relay.security}`],
      ['DKIM', dkim === undefined ? 'not signed'
        : `signed for ${dkim.domain} by ${dkim.selector}`],
      ['Limits', `${limits.perRecipientDay} a day to one sender, ${limits.perDomainHour} an hour ` +
        `to one domain, ${limits.perDay} a day in all`],
      ['Only mail younger than', `${ageHoursMax} h`],
      ['Your domains', ownDomains.length === 0 ? 'none' : ownDomains.join(', ')],
      ['Trusted to have checked', authservIds.length === 0
        ? 'nobody: SPF and DKIM are checked here' : authservIds.join(', ')],
    ]} />
  )
}

function RelayTest() {
  const isOperator = useMay('operator')
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => await answerOf(api.POST('/v1/bounces/settings/test')),
  })
  return (
    <Stack gap="xs" mt="sm" aria-live="polite">
      <ActionButton
        size="xs" variant="default" w="fit-content" loading={isPending} onClick={() => mutate()}
        why={isOperator ? undefined : NEEDS_OPERATOR}
      >
        Test the relay
      </ActionButton>
      {data === undefined ? null : (
        <Alert color={data.ok ? 'teal' : 'red'} title={data.ok ? 'It answers' : 'It does not work'}>
          <SafeText text={data.answer} />
        </Alert>
      )}
      {error === null ? null : <ErrorNotice error={error} />}
    </Stack>
  )
}

function Refused() {
  const client = useQueryClient()
  const { data } = useQuery(refusedQuery)
  const { mutate, error } = useMutation({
    mutationFn: async (sender: string) => await answerOf(
      api.DELETE('/v1/bounces/refused-senders/{sender}', { params: { path: { sender } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['refused-senders'] }),
  })
  if (data === undefined || data.rows.length === 0) return null
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">Blocked senders</Title>
      {error === null ? null : <ErrorNotice error={error} />}
      <Table fz="sm" verticalSpacing={4}>
        <Table.Tbody>
          {data.rows.map(({ sender, createdAt, note }) => (
            <Table.Tr key={sender}>
              <Table.Td><SafeText text={sender} /></Table.Td>
              <Table.Td><Time at={createdAt} /></Table.Td>
              <Table.Td><SafeText text={note ?? ''} /></Table.Td>
              <Table.Td ta="right">
                <Button size="compact-sm" variant="default" onClick={() => mutate(sender)}>
                  Accept again
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group mt="sm" gap={4}>
        <Text size="sm">For mail servers that know Sieve (RFC 5228):</Text>
      </Group>
      <pre className={classes['bytes']} tabIndex={0} aria-label="Rules for Sieve">
        <SafeText text={data.sieve} />
      </pre>
    </Paper>
  )
}
