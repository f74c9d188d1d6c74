// The plan of a domain or an address that begins to send: numbers for each day.

import { Button, Group, Table, Text, TextInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import type { SearchWords } from '../../app/search.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf, formatNumber, formatRate } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

type Plan = Schema<'WarmUp'>

const TARGET_MAX = 100_000_000
const PACES: Readonly<Record<Plan['pace'], string>> = {
  grow: 'Little bounced: half as many more each day.',
  hold: 'Above 2% bounced on the last day: no more than on that day, then on.',
  back: 'Above 5% bounced on the last day: back to half, and find out why first.',
}

function planQuery(target: number, domain: string | undefined) {
  return queryOptions({
    queryKey: ['overview', 'warm-up', target, domain], enabled: target > 0, retry: false,
    queryFn: async () => await answerOf(api.POST('/v1/advice/warm-up', {
      body: { target, ...domain === undefined ? {} : { domain } },
    })),
  })
}

export function WarmUp({ words, change }: {
  readonly words: SearchWords; readonly change: (words: SearchWords) => void
}) {
  const { warm, warmDomain } = words
  const target = Math.min(TARGET_MAX, Math.trunc(Number(warm ?? 0)) || 0)
  const { data, error, isFetching } = useQuery(planQuery(target, warmDomain))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    change({
      warm: String(form.get('target') ?? '').replace(/\D/g, '') || undefined,
      warmDomain: String(form.get('domain') ?? '').trim() || undefined,
    })
  }
  return (
    <Section
      title="Warm up"
      about={
        'How a new domain or address begins to send. Where the domain has sent before, the plan ' +
        'goes on from there, by what bounced.'
      }
    >
      <form onSubmit={submit} key={`${warm} ${warmDomain}`}>
        <Group align="flex-end" gap="sm">
          <TextInput
            name="target" label="Mails a day in the end" required inputMode="numeric"
            pattern="[0-9]{1,3}([, ]?[0-9]{3})*" title="A whole number" placeholder="20,000"
            defaultValue={target > 0 ? formatNumber(target) : ''}
          />
          <TextInput
            name="domain" label="Sending domain" placeholder="a new one"
            defaultValue={warmDomain ?? ''}
          />
          <Button type="submit" loading={isFetching}>Plan</Button>
        </Group>
      </form>
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? null : <Days plan={data} domain={warmDomain} />}
    </Section>
  )
}

function Days({ plan: { pace, rate, days, done }, domain }: {
  readonly plan: Plan; readonly domain: string | undefined
}) {
  const last = done.at(-1)
  return (
    <>
      {domain === undefined ? null : last === undefined ? (
        <Text size="sm">
          <SafeText text={domain} /> sent nothing in the last thirty days: it begins anew.
        </Text>
      ) : (
        <Text size="sm">
          <SafeText text={domain} /> has sent on {countOf(done.length, 'day')}, {
            formatNumber(last.sends)} on the last, of which {formatRate(rate)} bounced. {
            PACES[pace]}
        </Text>
      )}
      <WideTable label="Days of the plan" minWidth={260}>
        <Table.Thead>
          <Table.Tr><Table.Th>Day</Table.Th><Table.Th ta="right">Mails</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map(({ day, sends }) => (
            <Table.Tr key={day}>
              <Table.Td>{formatNumber(day)}</Table.Td>
              <Table.Td ta="right">{formatNumber(sends)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  )
}
