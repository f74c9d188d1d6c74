// How sending platforms call a reason, and what they make of it.

import { Badge, Table, Text } from '@mantine/core'
import type { PlatformTable, PlatformView } from '@carom/core/codes'
import { WideTable } from '../../../parts/wide-table.tsx'
import { Section } from './section.tsx'

const VIEW_WORDS: Readonly<Record<PlatformView, string>> = {
  hard: 'hard', soft: 'soft', block: 'blocked', technical: 'technical', suppressed: 'suppressed',
  complaint: 'complaint', undetermined: 'undetermined', unsaid: 'not said', none: 'no bounce',
}

const VIEW_COLORS: Readonly<Partial<Record<PlatformView, string>>> = {
  hard: 'red', soft: 'yellow', technical: 'yellow', block: 'grape', suppressed: 'grape',
  complaint: 'orange',
}

export function ViewBadge({ view }: { readonly view: PlatformView }) {
  return (
    <Badge
      variant="light" color={VIEW_COLORS[view] ?? 'gray'} tt="none" radius="sm" fw={600}
      miw="max-content"
    >
      {VIEW_WORDS[view]}
    </Badge>
  )
}

export function Platforms({ table: { reason, labels } }: { readonly table: PlatformTable }) {
  const used = labels.filter((row) => row.labels.length > 0)
  const silent = labels.filter((row) => row.labels.length === 0).map(({ name }) => name)
  if (used.length === 0) return null
  return (
    <Section title={`What platforms call ${reason}`}>
      <WideTable label="Platforms" minWidth={480} verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Platform</Table.Th><Table.Th>Takes it for</Table.Th>
            <Table.Th>Calls it</Table.Th><Table.Th>In the field</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {used.map(({ platform, name, field, labels: of }) => (
            <Table.Tr key={platform}>
              <Table.Td>{name}</Table.Td>
              <Table.Td><ViewBadge view={of[0]?.view ?? 'none'} /></Table.Td>
              <Table.Td>
                {of.map(({ label, name: plain }, i) => (
                  <Text
                    key={`${label} ${plain}`} size="sm" span {...i > 0 ? { c: 'dimmed' } : {}}
                  >
                    {i > 0 ? ' or ' : ''}{label}{plain === undefined ? '' : ` (${plain})`}
                  </Text>
                ))}
              </Table.Td>
              <Table.Td c="dimmed" style={{ overflowWrap: 'anywhere' }}>{field}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {silent.length === 0 ? null
        : <Text size="sm" c="dimmed">Have no word for it: {silent.join(', ')}.</Text>}
    </Section>
  )
}
