// Every code that is known, as rows of one table.

import { ENHANCED_CODES, REPLY_CODES, VENDOR_CODES, type Reference } from '@carom/core/codes'

export type CodeRow = {
  readonly key: string
  readonly kind: 'reply' | 'enhanced' | 'vendor'
  readonly code: string
  /** What the code is looked up by; of a range, its first. */
  readonly word: string
  readonly name: string
  readonly meaning: string
  /** Of a permanent reply, and of a transient one where that is another. */
  readonly reasons: readonly string[]
  readonly definedBy: readonly Reference[]
}

export const CODE_ROWS: readonly CodeRow[] = [
  ...REPLY_CODES.map(({ code, meaning, kind, references, fact }): CodeRow => ({
    key: String(code), kind: 'reply', code: String(code), word: String(code),
    name: kind === 'seen' ? 'no standard' : '', meaning, reasons: reasonsOf(fact),
    definedBy: references.map(toReference),
  })),
  ...ENHANCED_CODES.map(({ code, name, meaning, permanent, transient, references }): CodeRow => ({
    key: code, kind: 'enhanced', code, word: code, name, meaning,
    reasons: reasonsOf(permanent, transient), definedBy: references.map(toReference),
  })),
  ...VENDOR_CODES.map(({ code, vendor, meaning, fact }): CodeRow => ({
    key: `${code} ${vendor}`, kind: 'vendor', code, word: code.replace(/-\d+$/, ''), name: vendor,
    meaning, reasons: reasonsOf(fact), definedBy: [],
  })),
]

type Fact = { readonly reason: string } | undefined

function reasonsOf(...facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.flatMap((fact) => fact === undefined ? [] : [fact.reason]))]
}

function toReference(name: string): Reference {
  const number = /^(?:RFC )?(\d{3,5})$/.exec(name)?.[1]
  return number === undefined
    ? { name } : { name: `RFC ${number}`, url: `https://www.rfc-editor.org/rfc/rfc${number}.html` }
}
