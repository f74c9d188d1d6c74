// A text whose addresses of pages can be pressed; each stands there as it is.

import { Anchor } from '@mantine/core'
import { SafeText } from './safe-text.tsx'

/** Without the full stop of the sentence. */
const PAGES = /(https:\/\/[\w./-]*[\w/-])/

export function LinkedText({ text }: { readonly text: string }) {
  return text.split(PAGES).map((piece, i) => i % 2 === 0
    // eslint-disable-next-line react/no-array-index-key -- the pieces of a text never move
    ? <SafeText key={i} text={piece} /> : (
      <Anchor key={piece} href={piece} target="_blank" rel="noreferrer" inherit>{piece}</Anchor>
    ))
}
