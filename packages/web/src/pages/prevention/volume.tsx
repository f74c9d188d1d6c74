// How much was sent each day by domain, receiver or address, with the days marked that stand out.

import { Group, List, NativeSelect, SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import type { SearchWords } from '../../app/search.ts'
import { BarChart } from '../../parts/bar-chart.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { formatNumber } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { rangeOf } from '../../parts/time-range.ts'

type Day = Schema<'VolumeDay'>

const CHART_PX = 170
const DAY_MS = 86_400_000
const DAY = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' })
const KINDS = [
  { value: 'domain', label: 'Domains' }, { value: 'receiver', label: 'Receivers' },
  { value: 'ip', label: 'IP addresses' },
] as const

type Kind = (typeof KINDS)[number]['value']

const NAMES: Readonly<Record<Kind, string>> = {
  domain: 'Sending domain', receiver: 'Receiver', ip: 'Sending address',
}
const NONE: Readonly<Record<Kind, string>> = {
  domain: 'No sends are registered in this time: POST /v1/sends.',
  receiver: 'Receivers are known of sends that are registered from now on.',
  ip: 'Register sends with fromIp, the address that they are sent from.',
}

function volumeQuery(by: Kind, within: string) {
  return queryOptions({
    queryKey: ['overview', 'volume', by, within], placeholderData: keepPreviousData,
    queryFn: async () => (await answerOf(api.GET('/v1/advice/volume', {
      params: { query: { ...rangeOf({ within }), by } },
    }))).rows,
  })
}

export function Volume({ words, change, within }: {
  readonly words: SearchWords; readonly change: (words: SearchWords) => void
  readonly within: string
}) {
  const by = KINDS.find(({ value }) => value === words['by'])?.value ?? 'domain'
  const { data, error } = useQuery(volumeQuery(by, within))
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return null
  const names = [...Map.groupBy(data, ({ name }) => name)].map(([name, days]) => ({
    name, days, sends: days.reduce((sum, day) => sum + day.sends, 0),
  })).sort((a, b) => b.sends - a.sends)
  const shown = names.find(({ name }) => name === words['volume']) ?? names[0]
  return (
    <Section
      title="Volume"
      about={
        'What was sent each day. A day stands out where it is more than twice the largest of the ' +
        'four weeks before, or where much comes from a domain or an address that is new.'
      }
    >
      <Group align="flex-end" gap="sm">
        <SegmentedControl
          data={[...KINDS]} value={by} size="xs" aria-label="Volume by"
          onChange={(next) => change({ by: next, volume: undefined })}
        />
        {shown === undefined ? null : (
          <NativeSelect
            label={NAMES[by]} value={shown.name}
            onChange={(event) => change({ volume: event.currentTarget.value })}
            data={names.map(({ name, sends }) =>
              ({ value: name, label: `${titleOfName(name, by)} (${formatNumber(sends)})` }))}
          />
        )}
      </Group>
      {shown === undefined ? <Text size="sm">{NONE[by]}</Text> : <Days days={shown.days} />}
    </Section>
  )
}

function titleOfName(name: string, by: Kind): string {
  if (by === 'receiver' && name === '*') return 'all others'
  return name === '' ? 'without a domain' : name
}

function Days({ days }: { readonly days: readonly Day[] }) {
  const all = withQuietDays(days)
  const odd = days.filter(({ anomaly }) => anomaly !== undefined)
  return (
    <>
      <BarChart
        title="Sent by day" height={CHART_PX}
        labels={all.map(({ day }) => DAY.format(new Date(day)))}
        series={[
          { label: 'Sent', color: 'blue',
            values: all.map(({ sends, anomaly }) => anomaly === undefined ? sends : 0) },
          { label: 'Stands out', color: 'orange',
            values: all.map(({ sends, anomaly }) => anomaly === undefined ? 0 : sends) },
        ]}
      />
      {odd.length === 0 ? <Text size="sm">No day stands out.</Text> : (
        <List size="sm" spacing={2}>
          {odd.map(({ day, sends, most }) => (
            <List.Item key={day}>
              <SafeText text={DAY.format(new Date(day))} />: {formatNumber(sends)} sent, {
                most === undefined ? 'and receivers hardly knew it'
                  : `at most ${formatNumber(most)} on any day of the four weeks before`}
            </List.Item>
          ))}
        </List>
      )}
    </>
  )
}

/** Days without mail are days, too. */
function withQuietDays(days: readonly Day[]): readonly Day[] {
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  const byDay = new Map(days.map((day) => [day.day, day]))
  const count = (Date.parse(last.day) - Date.parse(first.day)) / DAY_MS + 1
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(first.day) + i * DAY_MS).toISOString().slice(0, 10)
    return byDay.get(day) ?? { name: first.name, day, sends: 0 }
  })
}
