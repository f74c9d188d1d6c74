// Texts that strangers wrote: what could change how the rest of the page reads is shown as a sign.

import { Fragment } from 'react'
import classes from './safe-text.module.css'

/** Controls but tab and line end, marks of direction, and what is never seen (UTS #39). */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029\ufff9-\ufffb]/gu
const HARMLESS: ReadonlySet<string> = new Set(['\t', '\n', '\u00ad', '\u200d'])

/** The longest piece that a page shows at once. */
const CHARS_MAX = 100_000

export function SafeText({ text }: { readonly text: string }) {
  const cut = text.length > CHARS_MAX
  const shown = cut ? text.slice(0, CHARS_MAX) : text
  return (
    <bdi>
      {pieces(shown).map(({ at, kind, value }) => kind === 'text'
        ? <Fragment key={at}>{value}</Fragment>
        : <span key={at} className={classes['sign']} title={nameOf(value)}>{signOf(value)}</span>)}
      {cut ? <em> … {text.length - CHARS_MAX} more characters</em> : null}
    </bdi>
  )
}

type Piece = { readonly at: number; readonly kind: 'text' | 'sign'; readonly value: string }

function pieces(text: string): Piece[] {
  const all: Piece[] = []
  let from = 0
  for (const { index, 0: value } of text.matchAll(HIDDEN)) {
    if (HARMLESS.has(value)) continue
    if (index > from) all.push({ at: from, kind: 'text', value: text.slice(from, index) })
    all.push({ at: index, kind: 'sign', value })
    from = index + value.length
  }
  if (from < text.length) all.push({ at: from, kind: 'text', value: text.slice(from) })
  return all
}

function nameOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Unicode has pictures of the controls. */
function signOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '\u2421' : nameOf(char)
}
