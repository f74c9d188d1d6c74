// The literal pieces of text that rules know, in the order in which the automaton numbers them.

import type { PhraseRule, ProviderRules } from '../rules/types.ts'

/** What a literal of the automaton stands for. */
export type LiteralRule =
  | { readonly kind: 'phrase'; readonly id: string; readonly reason: PhraseRule['reason'] }
  | { readonly kind: 'fingerprint'; readonly provider: number }
  | { readonly kind: 'reply'; readonly provider: number; readonly reply: number }

export type Literal = { readonly rule: LiteralRule; readonly texts: readonly string[] }

export type LiteralSource = {
  readonly phrases: readonly PhraseRule[]
  readonly providers: readonly ProviderRules[]
}

export function literalsOf({ phrases, providers }: LiteralSource): Literal[] {
  const literals: Literal[] = phrases.map(({ id, reason, match }) =>
    ({ rule: { kind: 'phrase', id, reason }, texts: [match] }))
  providers.forEach(({ fingerprints, replies }, provider) => {
    if (fingerprints !== undefined) {
      literals.push({ rule: { kind: 'fingerprint', provider }, texts: fingerprints })
    }
    replies.forEach(({ match }, reply) => {
      if (match === undefined) return
      literals.push({ rule: { kind: 'reply', provider, reply }, texts: [match] })
    })
  })
  return literals
}
