// A text with its line numbers; lines with mistakes are marked.

import { useEffect, useRef, type KeyboardEvent } from 'react'
import classes from './policy.module.css'

export function Editor({ value, badLines, goTo, onChange }: {
  readonly value: string
  readonly badLines: ReadonlySet<number>
  /** A line that takes the cursor; another object goes there again. */
  readonly goTo: { readonly line: number } | undefined
  readonly onChange: (value: string) => void
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const lines = useRef<HTMLDivElement>(null)
  const count = value.split('\n').length
  useEffect(() => {
    const field = area.current
    if (goTo === undefined || field === null) return
    const before = field.value.split('\n').slice(0, goTo.line - 1)
    const from = before.reduce((sum, line) => sum + line.length + 1, 0)
    const end = field.value.indexOf('\n', from)
    field.focus()
    field.setSelectionRange(from, end < 0 ? field.value.length : end)
    field.scrollTop = Math.max(0, (goTo.line - 5) * LINE_PX)
  }, [goTo])
  return (
    <div className={classes['editor']}>
      <div ref={lines} className={classes['lines']} aria-hidden>
        {Array.from({ length: count }, (_, i) => (
          // eslint-disable-next-line react/no-array-index-key -- a line is its number
          <div key={i} {...badLines.has(i + 1) ? { 'data-bad': true } : {}}>{i + 1}</div>
        ))}
      </div>
      <textarea
        ref={area} className={classes['code']} value={value} spellCheck={false} wrap="off"
        autoCapitalize="off" autoComplete="off" aria-label="Policy as YAML or JSON"
        aria-invalid={badLines.size > 0} aria-describedby="policy-problems"
        onChange={(event) => onChange(event.currentTarget.value)} onKeyDown={indent}
        onScroll={(event) => {
          if (lines.current !== null) lines.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}

const LINE_PX = 20

/** Enter keeps the indentation. Tab leaves the field, as everywhere. */
function indent(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return
  const { value, selectionStart } = event.currentTarget
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart)
  const spaces = /^ */.exec(line)?.[0] ?? ''
  if (spaces === '') return
  event.preventDefault()
  // The browser's own way, so that Ctrl+Z takes it back.
  document.execCommand('insertText', false, `\n${spaces}`)
}
