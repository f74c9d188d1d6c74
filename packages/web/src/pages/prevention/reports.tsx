// What receivers report about one's domains: how much passes DMARC, who sends in their name, how
// many sessions are encrypted, and what is worth acting on.

import { Alert, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Schema } from '../../api/client.ts'
import type { SearchWords } from '../../app/search.ts'
import { BarChart } from '../../parts/bar-chart.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf, formatNumber, formatShare } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { FindingList } from './finding-list.tsx'
import { reportedDomainsQuery, reportsQuery } from './queries.ts'
import { ReportSources } from './report-sources.tsx'
import { TlsFailures } from './tls-failures.tsx'

type Summary = Schema<'ReportSummary'>

const CHART_PX = 160
const UNVERIFIED_SHOWN = 5
const COUNTED = { dmarc: 'message', tls: 'session', unread: 'message' } as const
const DAY = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' })

export function Reports({ words, within, change }: {
  readonly words: SearchWords
  readonly within: string
  readonly change: (words: SearchWords) => void
}) {
  const { data, error } = useQuery(reportedDomainsQuery(within))
  const domains = data?.filter(({ domain }) => domain !== '') ?? []
  const asked = words['reported']
  const shown = domains.find(({ domain }) => domain === asked) ?? domains[0]
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return null
  return (
    <Section
      title="What receivers report"
      about={
        'DMARC and TLS reports about your domains. Anybody can send one: what came by mail ' +
        'counts once it is proven who sent it, and nothing else is decided by any.'
      }
    >
      {shown === undefined ? <NoReports /> : (
        <>
          {domains.length === 1 ? null : (
            <NativeSelect
              label="Reported domain" value={shown.domain} maw={360}
              data={domains.map(({ domain }) => domain)}
              onChange={(event) => change({ reported: event.currentTarget.value })}
            />
          )}
          <DomainReports key={shown.domain} domain={shown.domain} within={within} />
        </>
      )}
    </Section>
  )
}

function NoReports() {
  return (
    <Text size="sm">
      No report has come in that time. Receivers send them where your DMARC record names an address
      (rua=mailto:…), and your record _smtp._tls does: name one whose mail Carom reads. Reports at
      hand are taken by POST /v1/reports, and read by carom domain reports.
    </Text>
  )
}

function DomainReports({ domain, within }: { readonly domain: string; readonly within: string }) {
  const { data, error } = useQuery(reportsQuery({ domain, within }))
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return null
  const against = data.findings.filter(({ severity }) => severity !== 'good')
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}><SafeText text={domain} /></Text>
        <Shares summary={data} />
      </div>
      <Unverified reports={data.unverified} />
      {against.length === 0 ? null : <FindingList findings={against} />}
      <Days summary={data} />
      {data.dmarc === undefined ? null : <ReportSources dmarc={data.dmarc} />}
      {data.tls === undefined || data.tls.failures.length === 0 ? null
        : <TlsFailures failures={data.tls.failures} />}
    </Stack>
  )
}

function Shares({ summary: { dmarc, tls, unread, reporters } }: { readonly summary: Summary }) {
  const sessions = tls === undefined ? 0 : tls.succeeded + tls.failed
  const names = [...new Set(reporters.map(({ reporter }) => reporter))]
  return (
    <>
      {dmarc === undefined ? null : (
        <Text size="sm">
          {formatShare(dmarc.aligned, dmarc.messages)} of {countOf(dmarc.messages, 'message')}
          {' '}passed DMARC. Your policy: {formatPolicy(dmarc)}. Receivers delivered{' '}
          {formatNumber(dmarc.applied.none)}, quarantined {formatNumber(dmarc.applied.quarantine)},
          {' '}rejected {formatNumber(dmarc.applied.reject)}.
        </Text>
      )}
      {tls === undefined ? null : (
        <Text size="sm">
          {formatShare(tls.succeeded, sessions)} of {countOf(sessions, 'session')} to your mail
          hosts were encrypted as they should.
        </Text>
      )}
      {unread === 0 ? null
        : <Text size="sm">{countOf(unread, 'report')} could not be read.</Text>}
      {names.length === 0 ? null : (
        <Text size="xs" c="dimmed">Told by <SafeText text={names.slice(0, 8).join(', ')} />
          {names.length > 8 ? ` and ${names.length - 8} more` : ''}.</Text>
      )}
    </>
  )
}

/** They are told, so that a source that is set up wrongly is seen, and count for nothing. */
function Unverified({ reports }: { readonly reports: Summary['unverified'] }) {
  if (reports.length === 0) return null
  const all = reports.reduce((sum, one) => sum + one.reports, 0)
  return (
    <Alert color="gray" title={`${countOf(all, 'report')} left out: not proven who sent them`}>
      {reports.slice(0, UNVERIFIED_SHOWN).map((one) => (
        <Text size="sm" key={[one.kind, one.reporter, one.sender, one.problem].join(' ')}>
          {countOf(one.reports, 'report')} of {countOf(one.passed + one.failed, COUNTED[one.kind])}
          {' '}in the name of <SafeText text={one.reporter} />: <SafeText text={one.problem} />.
        </Text>
      ))}
      {reports.length <= UNVERIFIED_SHOWN ? null
        : <Text size="sm">And {reports.length - UNVERIFIED_SHOWN} more.</Text>}
    </Alert>
  )
}

function formatPolicy({ policy }: NonNullable<Summary['dmarc']>): string {
  const { p, sp, pct, testing } = policy ?? {}
  if (p === undefined) return 'none that a receiver found'
  return [
    p, ...sp === undefined || sp === p ? [] : [`${sp} for subdomains`],
    ...pct === undefined || pct === 100 ? [] : [`for ${pct}% of failing mail`],
    ...testing === true ? ['only tested'] : [],
  ].join(', ')
}

function Days({ summary: { days } }: { readonly summary: Summary }) {
  const own = days.filter(({ kind }) => kind === 'dmarc')
  if (own.length < 2) return null
  return (
    <Group grow>
      <BarChart
        title="Messages that passed and failed DMARC, by day" height={CHART_PX}
        labels={own.map(({ day }) => DAY.format(new Date(day)))}
        series={[
          { label: 'Passed', color: 'teal', values: own.map(({ passed }) => passed) },
          { label: 'Failed', color: 'red', values: own.map(({ failed }) => failed) },
        ]}
      />
    </Group>
  )
}
