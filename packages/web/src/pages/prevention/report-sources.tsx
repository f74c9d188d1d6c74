// The sources of mail in a domain's name, as receivers saw them.

import { Badge, Table, Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { formatNumber, formatShare } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

type Dmarc = NonNullable<Schema<'ReportSummary'>['dmarc']>
type Source = Dmarc['sources'][number]

const SHOWN = 25

const STANDINGS: Readonly<Record<Source['standing'], readonly [word: string, color: string]>> = {
  known: ['Yours', 'teal'], signed: ['Signs for you', 'lime'], forwarder: ['Forwards', 'blue'],
  unknown: ['Unknown', 'orange'],
}

export function ReportSources({ dmarc: { sources, sourceCount } }: { readonly dmarc: Dmarc }) {
  const shown = sources.slice(0, SHOWN)
  return (
    <div>
      <WideTable label="Sources of mail in your name" minWidth={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Source</Table.Th><Table.Th>Who</Table.Th>
            <Table.Th ta="right">Messages</Table.Th><Table.Th ta="right">Passed</Table.Th>
            <Table.Th ta="right">DKIM</Table.Th><Table.Th ta="right">SPF</Table.Th>
            <Table.Th ta="right">Refused</Table.Th><Table.Th>Why some failed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{shown.map((source) => <Row key={source.ip} source={source} />)}</Table.Tbody>
      </WideTable>
      {sourceCount <= shown.length ? null : (
        <Text size="xs" c="dimmed">
          {formatNumber(sourceCount - shown.length)} more sources sent less.
        </Text>
      )}
    </div>
  )
}

function Row({ source }: { readonly source: Source }) {
  const { ip, standing, messages, aligned, byDkim, bySpf, refused, causes } = source
  const [word, color] = STANDINGS[standing]
  return (
    <Table.Tr>
      <Table.Td ff="monospace"><SafeText text={ip} /></Table.Td>
      <Table.Td><Badge variant="light" tt="none" color={color}>{word}</Badge></Table.Td>
      <Table.Td ta="right">{formatNumber(messages)}</Table.Td>
      <Table.Td ta="right">{formatShare(aligned, messages)}</Table.Td>
      <Table.Td ta="right">{formatNumber(byDkim)}</Table.Td>
      <Table.Td ta="right">{formatNumber(bySpf)}</Table.Td>
      <Table.Td ta="right">{formatNumber(refused)}</Table.Td>
      <Table.Td miw={220}>
        {causes.map((cause) => <Text size="xs" key={cause}><SafeText text={cause} /></Text>)}
      </Table.Td>
    </Table.Tr>
  )
}
