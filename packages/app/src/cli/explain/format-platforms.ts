// How platforms call a reason, as a table.

import type { PlatformLabel, PlatformTable } from '@carom/core/codes'
import { fitText, padText, textWidth } from '../output/terminal-text.ts'
import { section, viewPaint, type Layout } from './page.ts'

const GAP = 2
const INDENT = '  '
/** Labels named beside the usual one. */
const OTHERS_MAX = 2
const VIEW_WORDS: Readonly<Record<string, string>> = {
  unsaid: 'not said', none: 'no bounce', block: 'blocked',
}

export function formatPlatforms({ reason, labels }: PlatformTable, layout: Layout): string {
  const used = labels.filter((row) => row.labels.length > 0)
  const names = Math.max(0, ...used.map(({ name }) => textWidth(name))) + GAP
  const views = 14
  const room = layout.columns - names - views - INDENT.length
  const rows = used.map((row) => {
    const view = row.labels[0]?.view ?? 'none'
    const words = VIEW_WORDS[view] ?? view
    const paint = viewPaint(view, layout.style)
    return `${INDENT}${padText(row.name, names)}${paint(padText(words, views))}`
      + `${labelsThatFit(row, room)}\n`
  })
  const silent = labels.filter((row) => row.labels.length === 0).map(({ name }) => name)
  const without = fitText(`No word for it: ${silent.join(', ')}`, layout.columns - INDENT.length)
  const rest = silent.length === 0 || used.length === 0 ? ''
    : `${INDENT}${layout.style.dim(without)}\n`
  return section(`Platforms call ${reason}`, rows.join('') + rest, layout)
}

/** The labels with their plain names, or without where those do not fit. */
function labelsThatFit({ labels }: PlatformLabel, room: number): string {
  const shown = labels.slice(0, 1 + OTHERS_MAX)
  const full = shown.map(({ label, name }) => name === undefined ? label : `${label} (${name})`)
  const text = inWords(full)
  return textWidth(text) <= room ? text : fitText(inWords(shown.map(({ label }) => label)), room)
}

function inWords([usual = '', ...others]: readonly string[]): string {
  return others.length === 0 ? usual : `${usual}, or ${others.join(', ')}`
}
