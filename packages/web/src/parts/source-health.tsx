// How a source is, in words: both the overview and the page of sources show it.

import { Badge } from '@mantine/core'
import type { Schema } from '../api/client.ts'

export type Sight = Schema<'SourceSight'>

const HEALTH: Readonly<Record<Sight['health'], readonly [color: string, words: string]>> = {
  running: ['teal', 'Works'], waiting: ['gray', 'Nothing yet'], failing: ['red', 'Fails'],
  stopped: ['red', 'Stopped'], disabled: ['gray', 'Switched off'],
}

const SILENT = ['yellow', 'Silent'] as const
const UNPROVED = ['yellow', 'Counts for nothing'] as const

export function HealthBadge({ source }: { readonly source: Sight }) {
  const [color, words] = isSilent(source) ? SILENT : isUnproved(source) ? UNPROVED
    : HEALTH[source.health]
  return <Badge variant="light" color={color} tt="none" radius="sm">{words}</Badge>
}

/** It works, and tells nothing for longer than it ever does. */
export function isSilent({ health, rhythm }: Sight): boolean {
  return health === 'running' && rhythm?.isSilent === true
}

/** Failures come in by it, and nothing proves any of them. */
export function isUnproved({ health, unproved }: Sight): boolean {
  return health === 'running' && unproved !== undefined
}
