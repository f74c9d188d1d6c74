// One entry of the audit: what was done, by whom, and its seal.

import { Text } from '@mantine/core'
import { AddressLink } from '../../app/links.tsx'
import { AuditLine } from '../../parts/audit-line.tsx'
import { Facts } from '../../parts/facts.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { formatExact } from '../../parts/time.tsx'
import type { AuditRow } from './queries.ts'

export function AuditPane({ row, onClose }: {
  readonly row: AuditRow; readonly onClose: () => void
}) {
  const { seq, at, address, detail, hash } = row
  return (
    <PaneFrame name="Entry" title={`Entry ${seq}`} onClose={onClose}>
      <AuditLine row={row} />
      <Facts rows={[
        ['When', formatExact(at)],
        ['Address', address === '' ? undefined : <AddressLink key="address" address={address} />],
        ['In detail', (
          <Text key="detail" size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            <SafeText text={typeof detail === 'string' ? detail : JSON.stringify(detail ?? {})} />
          </Text>
        )],
        ['Seal', <Text key="seal" size="xs" ff="monospace">{hash}</Text>],
      ]} />
    </PaneFrame>
  )
}
