// Receivers or lists with their counts and rates, sorted by any of them.

import { Table, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Schema } from '../../api/client.ts'
import { BouncesLink } from '../../app/links.tsx'
import { DomainText } from '../../parts/address-text.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { formatNumber, formatRate } from '../../parts/numbers.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import classes from './overview.module.css'
import { Section } from './section.tsx'

/** What every row has; deliveries are told of the whole alone. */
type Counts = Pick<Schema<'Counts'>, 'sent' | 'bounced' | 'delayed' | 'complaints'>

type Row = { readonly name: string; readonly counts: Counts }

type Column = {
  readonly id: string
  readonly header: string
  readonly value: (counts: Counts) => number
  readonly format: (value: number) => string
  readonly isWideOnly?: boolean
}

const share = (part: number, whole: number): number => whole === 0 ? 0 : part / whole

const COLUMNS: readonly Column[] = [
  { id: 'sent', header: 'Sent', value: ({ sent }) => sent, format: formatNumber },
  {
    id: 'bounced', header: 'Bounced', value: ({ bounced }) => bounced, format: formatNumber,
    isWideOnly: true,
  },
  {
    id: 'rate', header: 'Bounce rate', value: ({ bounced, sent }) => share(bounced, sent),
    format: formatRate,
  },
  {
    id: 'delayed', header: 'Delayed', value: ({ delayed }) => delayed, format: formatNumber,
    isWideOnly: true,
  },
  {
    id: 'complaints', header: 'Complaints', format: formatRate,
    value: ({ complaints, sent }) => share(complaints, sent),
  },
]

export function CountsTable({ title, about, word, rows, nameOf, time }: {
  readonly title: string; readonly about: string
  /** What the list of bounces is narrowed by. */
  readonly word: string
  readonly rows: readonly Row[]
  readonly nameOf: (name: string) => string
  readonly time: Readonly<Record<string, string | undefined>>
}) {
  const [by, setBy] = useState('sent')
  const { value } = COLUMNS.find(({ id }) => id === by) ?? { value: ({ sent }: Counts) => sent }
  const sorted = rows.toSorted((a, b) => value(b.counts) - value(a.counts))
  return (
    <Section title={title} about={about}>
      {rows.length === 0 ? <EmptyNotice title="Nothing was sent in this time" /> : (
        <WideTable
          label={title} minWidth={280} maxHeight={460} verticalSpacing={6} horizontalSpacing={6}
          fz="sm"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              {COLUMNS.map(({ id, header, isWideOnly }) => (
                <Table.Th
                  key={id} {...isWideOnly === true ? WIDE_ONLY : {}} className={classes['number']}
                  aria-sort={id === by ? 'descending' : 'none'}
                >
                  <UnstyledButton
                    className={classes['sort']} onClick={() => setBy(id)}
                    title={`Sort by ${header.toLowerCase()}`}
                  >
                    {header}{id === by ? '\u00a0↓' : ''}
                  </UnstyledButton>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map(({ name, counts }) => (
              <Table.Tr key={name}>
                <Table.Td className={classes['name']}>
                  {name === '*' || name === '' ? nameOf(name) : (
                    <BouncesLink words={{ ...time, [word]: name }} fz="inherit">
                      <DomainText domain={name} />
                    </BouncesLink>
                  )}
                </Table.Td>
                {COLUMNS.map((column) => (
                  <Table.Td
                    key={column.id} className={classes['number']}
                    {...column.isWideOnly === true ? WIDE_ONLY : {}}
                  >
                    {column.format(column.value(counts))}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Section>
  )
}

const WIDE_ONLY = { visibleFrom: 'sm' } as const
