// Every report of the same failure: a log line, a bounce message and a webhook tell of one thing.

import { Table, Text } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { BounceLink } from '../../app/links.tsx'
import { codesOf, KIND_WORDS, toEventRow, type EventRow } from '../../parts/event-row.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

/** How much a report proves, V0 to V3. */
const TRUST = ['nothing proves it', 'its sender is known', 'names a message of yours',
  'carries your own token'] as const

export function Reports({ row, message: { evidences } }: {
  readonly row: EventRow; readonly message: Schema<'EventMessage'>
}) {
  const others = evidences.map(toEventRow)
  return (
    <>
      <Text size="sm" mb="xs">
        {row.incident === undefined
          ? 'It belongs to no counted failure, so that no other report can be joined with it.'
          : others.length < 2
            ? 'Nothing else told of this failure.'
            : `${others.length} reports tell of this one failure; it counts once.`}
      </Text>
      <WideTable label="Reports of this failure" minWidth={400} fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Came in</Table.Th><Table.Th>Source</Table.Th><Table.Th>Says</Table.Th>
            <Table.Th>Proof</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {others.map((other) => (
            <Table.Tr key={other.id}>
              <Table.Td>
                {other.id === row.id ? <><Time at={other.receivedAt} /> (this one)</> : (
                  <BounceLink id={other.id} keepsList fz="inherit">
                    <Time at={other.receivedAt} />
                  </BounceLink>
                )}
              </Table.Td>
              <Table.Td><SafeText text={other.source} /></Table.Td>
              <Table.Td>{KIND_WORDS[other.event.kind]} {codesOf(other)}</Table.Td>
              <Table.Td>{TRUST[other.trust]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </>
  )
}
