// The page Lookup: what a code, a reply or a bounce means.

import { useMemo } from 'react'
import { useSearchWords } from '../../app/search.ts'
import { PageFrame } from '../../parts/page-frame.tsx'
import { askWorker } from './engine/ask-worker.ts'
import { Lookup } from './lookup.tsx'
import type { LookupPlace, LookupWords } from './place.ts'

export function Page() {
  const [words, change] = useSearchWords()
  const place = useMemo((): LookupPlace => ({ words, change, hrefOf }), [words, change])
  return (
    <PageFrame
      title="Lookup"
      about="What a code, a reply or a whole bounce means, whose fault it is, and what to do."
    >
      <Lookup place={place} ask={askWorker} />
    </PageFrame>
  )
}

function hrefOf(words: LookupWords): string {
  const search = new URLSearchParams(
    Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return `/lookup?${search}`
}
