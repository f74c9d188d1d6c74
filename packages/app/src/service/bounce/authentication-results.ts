// What our own servers found out about a message when it came in (RFC 8601). Only the topmost field
// under a name of ours is read: servers put theirs on top, so that one further down may be forged.

import type { Message } from '@carom/core'
import { RESULTS_CHARS_MAX, RESULTS_MAX } from './limits.ts'

export type MethodResult = {
  /** `spf`, `dkim`, `dmarc` … */
  readonly method: string
  /** `pass`, `fail`, `none` … */
  readonly result: string
  /** `smtp.mailfrom`, `header.d` … and their values. */
  readonly properties: ReadonlyMap<string, string>
}

/** Undefined where none of our servers wrote one. */
export function readTrustedResults(
  message: Message, authservIds: readonly string[],
): readonly MethodResult[] | undefined {
  const ours = new Set(authservIds.map((id) => id.toLowerCase()))
  for (const value of message.headers('authentication-results')) {
    const [first = '', ...rest] = splitResults(value)
    const id = first.trim().split(/\s/, 1)[0]?.toLowerCase() ?? ''
    if (ours.has(id)) return rest.slice(0, RESULTS_MAX).flatMap(readResult)
  }
  return undefined
}

function readResult(text: string): MethodResult[] {
  const words = text.trim().split(/\s+/)
  const [method = '', result = ''] = (words[0] ?? '').toLowerCase().split('=')
  if (!/^[\w-]+(?:\/\d+)?$/.test(method) || !/^\w+$/.test(result)) return []
  const properties = new Map<string, string>()
  for (const word of words.slice(1)) {
    const at = word.indexOf('=')
    const name = word.slice(0, Math.max(at, 0)).toLowerCase()
    // Where a property is there twice, whoever wrote the second cannot be told.
    if (at > 0 && !properties.has(name)) properties.set(name, word.slice(at + 1))
  }
  return [{ method: method.split('/', 1)[0] ?? method, result, properties }]
}

/** The pieces between semicolons, without comments; quotes are taken off. */
function splitResults(value: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < Math.min(value.length, RESULTS_CHARS_MAX); at += 1) {
    const character = value.charAt(at)
    if (character === '\\' && (isQuoted || depth > 0)) {
      at += 1
      // A quoted blank or semicolon would be read as a border later.
      if (depth === 0) piece += /[\s;=]/.test(value.charAt(at)) ? '?' : value.charAt(at)
    } else if (isQuoted) {
      if (character === '"') isQuoted = false
      else piece += /[\s;]/.test(character) ? '?' : character
    } else if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (character === '"') isQuoted = true
    else if (character === ';') {
      pieces.push(piece)
      piece = ''
    } else piece += character
  }
  return [...pieces, piece]
}
