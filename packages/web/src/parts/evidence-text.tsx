// A text with the places marked that decided what it means.

import { useLayoutEffect, useRef } from 'react'
import { Mark } from '@mantine/core'
import { SafeText } from './safe-text.tsx'
import classes from './evidence-text.module.css'

export type EvidenceSpan = {
  readonly from: number
  readonly to: number
  /** Which rule read it so. */
  readonly rule: string
}

export function EvidenceText({ text, spans }: {
  readonly text: string; readonly spans: readonly EvidenceSpan[]
}) {
  const box = useRef<HTMLPreElement>(null)
  const first = Math.min(...spans.map(({ from }) => from))
  // A long text opens at its first mark, with what stands before it.
  useLayoutEffect(() => {
    const mark = box.current?.querySelector('mark')
    if (!box.current || !mark || first > text.length) return
    const isBelow = mark.offsetTop + mark.offsetHeight > box.current.clientHeight
    box.current.scrollTop = isBelow ? mark.offsetTop - box.current.clientHeight / 3 : 0
  }, [text, first])
  return (
    <pre ref={box} className={classes['text']} tabIndex={0} aria-label="Text of the reply">
      {cutUp(text, spans).map(({ at, value, rule }) => rule === undefined
        ? <SafeText key={at} text={value} />
        : <Mark key={at} title={rule}><SafeText text={value} /></Mark>)}
    </pre>
  )
}

type Piece = { readonly at: number; readonly value: string; readonly rule: string | undefined }

/** The text in pieces; where spans overlap, the earlier one has the letters. */
function cutUp(text: string, spans: readonly EvidenceSpan[]): Piece[] {
  const all: Piece[] = []
  let place = 0
  for (const { from, to, rule } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const start = Math.max(from, place)
    const end = Math.min(to, text.length)
    if (end <= start) continue
    if (start > place) all.push({ at: place, value: text.slice(place, start), rule: undefined })
    all.push({ at: start, value: text.slice(start, end), rule })
    place = end
  }
  if (place < text.length) all.push({ at: place, value: text.slice(place), rule: undefined })
  return all
}
