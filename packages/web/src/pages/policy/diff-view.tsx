// What differs between two texts, with signs beside the colours.

import { Text, VisuallyHidden } from '@mantine/core'
import { diffLines, type DiffLine } from './diff-lines.ts'
import classes from './policy.module.css'

const SIGNS = { same: ' ', added: '+', removed: '−' } as const
const SAID = { same: '', added: 'Added: ', removed: 'Removed: ' } as const
/** Lines of the same that stand around what differs. */
const AROUND = 3

export function DiffView({ before, after, label, isWhole = false }: {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly label: string
  /** Also what is the same. */
  readonly isWhole?: boolean
}) {
  const all = diffLines(before, after)
  const lines = isWhole ? all : nearChanges(all)
  if (lines.length === 0) return <Text size="sm" c="dimmed">They are the same.</Text>
  return (
    <div className={classes['diff']} role="group" aria-label={label} tabIndex={0}>
      {lines.map(({ kind, text, key }) => (
        <div key={key} data-kind={kind}>
          <span aria-hidden>{SIGNS[kind]}</span>
          <span><VisuallyHidden>{SAID[kind]}</VisuallyHidden>{text}</span>
        </div>
      ))}
    </div>
  )
}

function nearChanges(lines: readonly DiffLine[]): DiffLine[] {
  return lines.filter((_, i) => lines.slice(Math.max(0, i - AROUND), i + AROUND + 1)
    .some(({ kind }) => kind !== 'same'))
}
