// What the policy did because of a bounce, and why; or why it did nothing.

import { Stack, Text, Timeline } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { AddressLink } from '../../app/links.tsx'
import { AuditLine } from '../../parts/audit-line.tsx'
import type { EventRow } from '../../parts/event-row.ts'
import { Time } from '../../parts/time.tsx'
import { factOf } from '../../parts/reason-name.tsx'

export function Decision({ row, message: { trail } }: {
  readonly row: EventRow; readonly message: Schema<'EventMessage'>
}) {
  return (
    <Stack gap="md">
      <Text size="sm">{whyCounted(row)}</Text>
      {trail.length === 0 ? (
        <Text size="sm" c="dimmed">Nothing was decided because of it alone.</Text>
      ) : (
        <Timeline bulletSize={12} lineWidth={2} active={trail.length}>
          {trail.map((entry) => (
            <Timeline.Item key={entry.seq} title={<Time at={entry.at} />} lineVariant="solid">
              <AuditLine row={entry} />
            </Timeline.Item>
          ))}
        </Timeline>
      )}
      <Text size="sm">
        State, meters and history of <AddressLink address={row.address} fz="inherit" />
      </Text>
    </Stack>
  )
}

/** Why it counts against the address, or why not. */
function whyCounted({ counted, trust, event: { kind, reason, remedy } }: EventRow): string {
  if (counted) return 'It counts: the policy weighs it with everything else known of the address.'
  if (trust < 1) {
    return 'It does not count: nothing proves that it tells of a message of yours, and anyone ' +
      'can forge a bounce. Register your sends or use return-path tokens; reports then prove ' +
      'themselves.'
  }
  if (kind === 'echo') return 'It does not count: it repeats a bounce that was counted already.'
  const fault = factOf(reason)?.fault
  if (fault === 'sender' || fault === 'content' || remedy === 'fix') {
    return 'It does not count against the address: the fault is on the sending side. It is shown ' +
      'among the troubles instead.'
  }
  return 'It does not count: it tells of no failure, or proves too little.'
}
