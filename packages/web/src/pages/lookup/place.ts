// Where the lookup stands: what is asked stands in the address, so that it can be linked to.

import { createContext, useContext } from 'react'

/**
 * `text`, `code` or `reason`: what is asked. `tab`: which part is open. `find`: what is looked for
 * in a table.
 */
export type LookupWords = { readonly [name: string]: string | undefined }

export type LookupPlace = {
  readonly words: LookupWords
  readonly change: (change: LookupWords) => void
  /** The address of other words. */
  readonly hrefOf: (words: LookupWords) => string
}

export const PlaceContext = createContext<LookupPlace>({
  words: {}, change: () => undefined, hrefOf: () => '',
})

export function usePlace(): LookupPlace {
  return useContext(PlaceContext)
}

/** What is asked about, however it is named. */
export function subjectOf({ text, code, reason }: LookupWords): string | undefined {
  return text ?? code ?? reason
}

export const NOTHING_ASKED: LookupWords = { text: undefined, code: undefined, reason: undefined }
