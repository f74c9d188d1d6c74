// What is known of codes, reasons, labels, marks and block lists without reading a text.

import { explainCode, explainWord, parseCodeQuery } from '@carom/core/codes'
import type { Answer } from './types.ts'

/** What was meant as a code, if anything: `999`, `6.1.1`, `5.1.1.4`. */
const CODE_LIKE = /^#?(?:\d{2,5}|\d{1,3}(?:\.\d{1,4}){1,4})$/

/** Undefined where the text is none of these and has to be read. */
export function answerFromTables(text: string): Answer | undefined {
  const asked = text.trim()
  const query = parseCodeQuery(asked)
  const code = query === undefined ? undefined : explainCode(query)
  if (code?.known === true) return { kind: 'code', code }
  const words = explainWord(asked)
  if (words.length > 0) return { kind: 'words', words }
  if (code !== undefined) return { kind: 'code', code }
  return CODE_LIKE.test(asked) ? {
    kind: 'nothing', title: `There is no code ${asked}`,
    advice: 'Reply codes are three digits from 200 to 599. Enhanced codes are 2, 4 or 5, then ' +
      'two numbers, such as 5.1.1.',
  } : undefined
}
