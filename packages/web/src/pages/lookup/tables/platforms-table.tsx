// Sending platforms: when each gives an address up, and all its labels.

import { Accordion, Anchor, Group, Stack, Table, Text } from '@mantine/core'
import { PLATFORMS, type Platform } from '@carom/core/codes'
import { Fragment } from 'react'
import { WideTable } from '../../../parts/wide-table.tsx'
import { ViewBadge } from '../answer/platforms.tsx'
import { usePlace } from '../place.ts'
import { WordLink } from '../word-link.tsx'
import { FindField, isFound } from './find-field.tsx'

export function PlatformsTable() {
  const { words, change } = usePlace()
  const open = words['platform'] ?? null
  const rows = PLATFORMS.filter(({ name, policy, labels }) => isFound(words['find'], [
    name, policy, ...labels.flatMap(([label, plain]) => [label, plain]),
  ]))
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <FindField
          label="Find a platform or a label" placeholder="A platform or one of its labels"
        />
        <Text size="sm" c="dimmed" role="status">{rows.length} of {PLATFORMS.length}</Text>
      </Group>
      <Accordion
        variant="contained" value={open} order={2}
        onChange={(id) => change({ platform: id ?? undefined })}
      >
        {rows.map((platform) => (
          <Accordion.Item key={platform.id} value={platform.id}>
            <Accordion.Control>
              <Text fw={600}>{platform.name}</Text>
              <Text size="sm" c="dimmed">{platform.policy}</Text>
            </Accordion.Control>
            <Accordion.Panel>
              {open === platform.id ? <Labels platform={platform} /> : null}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

function Labels({ platform: { labels, field, source } }: { readonly platform: Platform }) {
  return (
    <Stack gap="xs">
      <Text size="sm">
        In the field <code>{field}</code>. Says so: {/^https?:/.test(source) ? (
          <Anchor href={source} target="_blank" rel="noreferrer noopener" fz="sm">{source}</Anchor>
        ) : source}
      </Text>
      <WideTable label="Labels" minWidth={420} verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Label</Table.Th><Table.Th>Takes it for</Table.Th>
            <Table.Th>Reasons</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {labels.map(([label, plain, view, reasons]) => (
            <Table.Tr key={`${label} ${plain}`}>
              <Table.Td>
                {label}{plain === '' ? '' : <Text span size="sm" c="dimmed"> {plain}</Text>}
              </Table.Td>
              <Table.Td><ViewBadge view={view} /></Table.Td>
              <Table.Td>
                {reasons.map((reason, i) => (
                  <Fragment key={reason}>
                    {i === 0 ? '' : ', '}<WordLink kind="reason" word={reason} />
                  </Fragment>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  )
}
