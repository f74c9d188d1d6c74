// How often a source tells something, in words.

import { formatLength } from '../../parts/numbers.ts'
import type { Sight } from '../../parts/source-health.tsx'

/** Nobody says every 1 day. */
const UNIT_WORDS: Readonly<Record<string, string>> = { h: 'hour', min: 'minute', s: 'second' }

/** `Nothing for 3 h; usually something comes at least every 10 min.` */
export function formatRhythm(rhythm: Sight['rhythm']): string | undefined {
  if (rhythm === undefined) return undefined
  const usual = `something comes at least every ${formatLength(rhythm.usualMs)}`
    .replace(/every 1 (day|h|min|s)$/, (_, unit: string) => `every ${UNIT_WORDS[unit] ?? unit}`)
  return rhythm.isSilent
    ? `Nothing for ${formatLength(rhythm.silentMs)}; usually ${usual}.` : `Usually ${usual}.`
}
