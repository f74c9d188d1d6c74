// A code, a reason or a label that leads to what it means.

import { Anchor } from '@mantine/core'
import type { MouseEvent, ReactNode } from 'react'
import { NOTHING_ASKED, usePlace, type LookupWords } from './place.ts'

export function WordLink({ kind, word, children }: {
  readonly kind: 'code' | 'reason' | 'text'
  readonly word: string
  readonly children?: ReactNode
}) {
  const { change, hrefOf } = usePlace()
  const words: LookupWords = { [kind]: word }
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    change({ ...NOTHING_ASKED, tab: undefined, find: undefined, ...words })
    globalThis.scrollTo({ top: 0 })
  }
  return (
    <Anchor
      href={hrefOf(words)} onClick={open} fz="inherit"
      {...kind === 'text' ? {} : { ff: 'monospace' }}
    >
      {children ?? word}
    </Anchor>
  )
}
