// Check of a domain: what receivers see of it, and the records to publish.

import { Alert, Badge, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Schema } from '../../api/client.ts'
import type { SearchWords } from '../../app/search.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { Section } from '../../parts/section.tsx'
import { FindingList, type ShownFinding } from './finding-list.tsx'
import { Grade } from './grade.tsx'
import { domainQuery } from './queries.ts'
import { SEVERITY_COLORS, SEVERITY_WORDS } from './words.ts'

type Report = Schema<'DomainReport'>

type Props = {
  readonly words: SearchWords
  readonly change: (words: SearchWords) => void
}

export function DomainCheck({ words, change }: Props) {
  const { domain = '', selectors, ips, returnPath } = words
  const { data, error, isFetching } =
    useQuery(domainQuery({ domain, selectors, ips, returnPath }))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string): string | undefined =>
      String(form.get(name) ?? '').trim() || undefined
    change({
      domain: read('domain'), selectors: read('selectors'), ips: read('ips'),
      returnPath: read('returnPath'),
    })
  }
  return (
    <Section
      title="Check a domain"
      about="SPF, DKIM, DMARC, return path, hosts and incoming mail, as receivers look them up."
    >
      <form onSubmit={submit} key={domain}>
        <Group align="flex-end" gap="sm">
          <TextInput
            name="domain" label="Domain" placeholder="example.com" defaultValue={domain} required
          />
          <TextInput
            name="selectors" label="DKIM selectors" placeholder="usual ones"
            defaultValue={selectors ?? ''}
          />
          <TextInput
            name="ips" label="Sending addresses" placeholder="192.0.2.10" defaultValue={ips ?? ''}
          />
          <TextInput
            name="returnPath" label="Return path" placeholder="the domain"
            defaultValue={returnPath ?? ''}
          />
          <Button type="submit" loading={isFetching}>Check</Button>
        </Group>
      </form>
      <div aria-live="polite">
        {error === null ? null : <ErrorNotice error={error} />}
        {isFetching && data === undefined
          ? <Loader size="sm" role="status" aria-label="Asking the DNS" /> : null}
        {data === undefined ? null : <DomainReport report={data} />}
      </div>
    </Section>
  )
}

function DomainReport({ report: { domain, grade, areas, findings } }: { readonly report: Report }) {
  const against = findings.filter(({ severity }) => severity !== 'good')
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Grade grade={grade} />
        <Text fw={600}><SafeText text={domain} /></Text>
      </Group>
      <Group gap={6}>
        {areas.map(({ area, severity }) => (
          <Badge key={area} variant="dot" tt="none" color={SEVERITY_COLORS[severity] ?? 'gray'}>
            {area} · {SEVERITY_WORDS[severity]}
          </Badge>
        ))}
      </Group>
      {against.length === 0
        ? <Alert color="teal">Nothing stands against this domain.</Alert>
        : <FindingList findings={against.map(toShown)} />}
    </Stack>
  )
}

const VERBS = { publish: 'Publish', replace: 'Replace by', remove: 'Remove' } as const

function toShown({ id, severity, text, source, fix }: Report['findings'][number]): ShownFinding {
  const base = { id, severity, text, source }
  if (fix === undefined) return base
  if (fix.kind === 'do') return { ...base, advice: fix.text }
  const { name, type, value } = fix.record
  return { ...base, record: { label: `${VERBS[fix.kind]}: ${type} of ${name}`, value } }
}
