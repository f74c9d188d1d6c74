// How a source is, in words.

import { Badge } from '@mantine/core'
import { formatLength } from '../../parts/numbers.ts'
import type { Sight } from './queries.ts'

const HEALTH: Readonly<Record<Sight['health'], readonly [color: string, words: string]>> = {
  running: ['teal', 'Works'], waiting: ['gray', 'Nothing yet'], failing: ['red', 'Fails'],
  stopped: ['red', 'Stopped'], disabled: ['gray', 'Switched off'],
}

/** Nobody says every 1 day. */
const UNIT_WORDS: Readonly<Record<string, string>> = { h: 'hour', min: 'minute', s: 'second' }

const SILENT = ['yellow', 'Silent'] as const

export function HealthBadge({ source: { health, rhythm } }: { readonly source: Sight }) {
  const isSilent = rhythm?.isSilent === true && health === 'running'
  const [color, words] = isSilent ? SILENT : HEALTH[health]
  return <Badge variant="light" color={color} tt="none" radius="sm">{words}</Badge>
}

/** `Nothing for 3 h; usually something comes at least every 10 min.` */
export function formatRhythm(rhythm: Sight['rhythm']): string | undefined {
  if (rhythm === undefined) return undefined
  const usual = `something comes at least every ${formatLength(rhythm.usualMs)}`
    .replace(/every 1 (day|h|min|s)$/, (_, unit: string) => `every ${UNIT_WORDS[unit] ?? unit}`)
  return rhythm.isSilent
    ? `Nothing for ${formatLength(rhythm.silentMs)}; usually ${usual}.` : `Usually ${usual}.`
}
