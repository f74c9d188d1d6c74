// What a report in prose gives as the reason, without the sentences around it: the words behind
// `Reason:`, or behind the colon of the sentence that says that the message did not arrive.

import { scanPhrases } from './phrases.ts'
import { FAILED, REPLY, wordingIndex } from './wording.ts'

/**
 * Where a server is quoted with its code, its own words are found without any label. `jane434@` is
 * none.
 */
const CODE = /(?<![\w.])[245]\d\d(?![\w.@])|(?<![\w.])[245]\.\d\.\d/
/** `Reason:`, `退信原因：` */
const LABEL_END = /^ ?[:：]/
/** The rest of a sentence up to a colon that ends it; addresses have points as well. */
const SENTENCE_END = /^(?:[^:：.!?。！？]|[.:](?=\S)){0,200}[:：](?=\s)/
const ADDRESS = /[^\s@]{1,64}@\S{1,255}/g
/** Two words, or as many signs of a script that has no spaces. */
const WORDS =
  /\p{L}{2}[^\p{L}]{1,20}\p{L}{2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3}/u

/** Undefined where nothing is announced, or a code says where the reply begins. */
export function statedReason(text: string): string | undefined {
  if (CODE.test(text)) return undefined
  for (const { bits, to } of scanPhrases(text, wordingIndex(), FAILED | REPLY)) {
    const isLabel = (bits & REPLY) !== 0
    const lead = (isLabel ? LABEL_END : SENTENCE_END).exec(text.slice(to, to + 202))?.[0]
    if (lead === undefined) continue
    const rest = text.slice(to + lead.length).trim()
    if (WORDS.test(rest.replace(ADDRESS, ''))) return rest
  }
  return undefined
}
