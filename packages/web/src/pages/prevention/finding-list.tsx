// What a check found, the worst first, with what to change as it is typed in.

import { Badge, Group, List, Stack, Text } from '@mantine/core'
import { CopyField } from '../../parts/copy-field.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { SEVERITY_COLORS, SEVERITY_WORDS } from './words.ts'

export type ShownFinding = {
  readonly id: string
  readonly severity: string
  readonly text: string
  readonly advice?: string | undefined
  readonly source?: string | undefined
  /** To be published, as `name. TYPE value`. */
  readonly record?: { readonly label: string; readonly value: string } | undefined
}

const WIDE = { itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }

export function FindingList({ findings }: { readonly findings: readonly ShownFinding[] }) {
  return (
    <List spacing="sm" listStyleType="none" withPadding={false}>
      {findings.map((finding) => (
        <List.Item key={`${finding.id} ${finding.text}`} styles={WIDE}>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <Badge
              variant="light" radius="sm" tt="none" miw={84}
              color={SEVERITY_COLORS[finding.severity] ?? 'gray'}
            >
              {SEVERITY_WORDS[finding.severity] ?? finding.severity}
            </Badge>
            <Stack gap={4} miw={0} flex={1}>
              <Text size="sm">
                <SafeText text={finding.text} />
                {finding.advice === undefined ? null : <> <SafeText text={finding.advice} /></>}
                {finding.source === undefined ? null
                  : <Text component="span" size="xs" c="dimmed"> {finding.source}</Text>}
              </Text>
              {finding.record === undefined ? null
                : <CopyField label={finding.record.label} value={finding.record.value} />}
            </Stack>
          </Group>
        </List.Item>
      ))}
    </List>
  )
}
