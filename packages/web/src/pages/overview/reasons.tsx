// The reasons that mail came back for, most frequent first.

import { Table, Text } from '@mantine/core'
import { BouncesLink } from '../../app/links.tsx'
import { FAULT_COLORS } from '../../app/theme.ts'
import { FaultBadge } from '../../parts/badges.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { formatNumber, formatShare } from '../../parts/numbers.ts'
import { factOf } from '../../parts/reason-name.tsx'
import classes from './overview.module.css'
import type { Overview } from './queries.ts'
import { Section } from './section.tsx'

const SHOWN = 12

export function Reasons({ data: { reasons, totals }, time }: {
  readonly data: Overview; readonly time: Readonly<Record<string, string | undefined>>
}) {
  const most = reasons[0]?.bounced ?? 1
  return (
    <Section title="Why mail came back" about="Each leads to its bounces">
      {reasons.length === 0 ? <EmptyNotice title="Nothing came back" /> : (
        <Table verticalSpacing={6} horizontalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Reason</Table.Th><Table.Th visibleFrom="sm">Fault</Table.Th>
              <Table.Th className={classes['number']}>Bounces</Table.Th>
              <Table.Th className={classes['number']}>Share</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reasons.slice(0, SHOWN).map(({ reason, title, fault, bounced }) => (
              <Table.Tr key={reason}>
                <Table.Td>
                  <BouncesLink
                    words={{ ...time, reason }} fz="inherit" title={factOf(reason)?.meaning}
                  >
                    {title}
                  </BouncesLink>{' '}
                  <Text
                    component="span" size="xs" c="dimmed" ff="monospace" className={classes['word']}
                  >
                    {reason}
                  </Text>
                  <span
                    className={classes['bar']} aria-hidden
                    style={{
                      width: `${(bounced / most) * 100}%`,
                      background: `var(--mantine-color-${FAULT_COLORS[fault] ?? 'gray'}-6)`,
                    }}
                  />
                </Table.Td>
                <Table.Td visibleFrom="sm"><FaultBadge fault={fault} /></Table.Td>
                <Table.Td className={classes['number']}>{formatNumber(bounced)}</Table.Td>
                <Table.Td className={classes['number']}>
                  {formatShare(bounced, totals.bounced)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}
