// What to do, step by step: where to ask for delisting, and the records as they should read.

import { Anchor, Group, List, SimpleGrid, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { Schema } from '../../api/client.ts'
import { CopyField } from '../../parts/copy-field.tsx'

const LINKS = { delist: 'Ask for delisting', form: 'Form', document: 'Read' } as const

export function Playbook({ trouble: { playbook: { steps, links, records } } }: {
  readonly trouble: Schema<'Trouble'>
}) {
  return (
    <>
      <div>
        <Title order={3} size="h6" mb={4}>What to do</Title>
        <List type="ordered" spacing={4} size="sm">
          {steps.map((step) => <List.Item key={step}>{step}</List.Item>)}
        </List>
      </div>
      {links.length === 0 ? null : (
        <Group gap="md">
          {links.map(({ kind, title, url }) => (
            <Anchor key={url} href={safeUrl(url)} target="_blank" rel="noreferrer" size="sm">
              {LINKS[kind]}: {title} <IconExternalLink size={13} aria-label="(opens elsewhere)" />
            </Anchor>
          ))}
        </Group>
      )}
      {records.length === 0 ? null : (
        <div>
          <Title order={3} size="h6" mb={4}>Records to set</Title>
          {records.map(({ type, name, value, why }) => (
            <div key={`${type} ${name} ${value}`}>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                <CopyField label={`Name of the ${type} record`} value={name} />
                <CopyField label={`Value of the ${type} record`} value={value} />
              </SimpleGrid>
              <Text size="xs" c="dimmed" mt={2}>{why}</Text>
            </div>
          ))}
        </div>
      )}
    </>
  )
}

/** Nothing but a page can be opened, whatever an address says. */
function safeUrl(url: string): string {
  return /^https?:\/\//i.test(url) ? url : 'about:blank'
}
