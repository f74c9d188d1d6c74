// The file that keeps the keys of return-path tokens: one key a line, newest first.

import { randomBytes } from 'node:crypto'
import type { TokenKey } from '@carom/core'

export type TokenKeysResult =
  | { readonly kind: 'keys'; readonly keys: readonly TokenKey[] }
  /** What is wrong, with the number of its line, and what to write instead. */
  | { readonly kind: 'wrong'; readonly problem: string }

const SECRET_BYTES = 32
const ID_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz234567'
/** More than anyone rotates through; a longer file is another file. */
const KEYS_MAX = 100
const OPTIONS: ReadonlySet<string> = new Set(['tenant', 'until'])

/**
 * Reads `ID SECRET [tenant=NAME] [until=DATE]` from each line, or from each part between commas.
 * The secret is 16 bytes or more in hexadecimal digits; empty lines and `#` comments are skipped.
 */
export function parseTokenKeys(text: string): TokenKeysResult {
  const keys: TokenKey[] = []
  for (const [i, line] of text.split(/[\n,]/).entries()) {
    const words = line.replace(/#.*/, '').trim().split(/[ \t\r:]+/)
    if (words[0] === '') continue
    const key = parseKey(words)
    const isTwice = typeof key === 'object' &&
      keys.some(({ id, tenant }) => id === key.id && tenant === key.tenant)
    const problem = typeof key === 'string' ? key
      : isTwice ? `key '${key.id}' is there twice`
        : keys.length >= KEYS_MAX ? `more than ${KEYS_MAX} keys` : undefined
    if (problem !== undefined) return { kind: 'wrong', problem: `line ${i + 1}: ${problem}` }
    keys.push(key as TokenKey)
  }
  return keys.length === 0 ? { kind: 'wrong', problem: 'there is no key in it' }
    : { kind: 'keys', keys }
}

/** A line for the file: a new key, with an id that no other key has. */
export function createTokenKeyLine(taken: readonly TokenKey[] = []): string {
  const id = [...ID_CHARACTERS].find((one) => taken.every((key) => key.id !== one)) ?? 'a'
  return `${id} ${randomBytes(SECRET_BYTES).toString('hex')}`
}

function parseKey([id = '', secret = '', ...options]: readonly string[]): TokenKey | string {
  if (!/^[a-z2-7]$/.test(id)) return `id '${id.slice(0, 9)}' is not one character of a–z and 2–7`
  if (!/^(?:[0-9a-f]{2}){16,128}$/i.test(secret)) {
    return `the secret of key '${id}' is not 32 or more hexadecimal digits`
  }
  const given = new Map<string, string>(options.map((option) => {
    const [name = '', value = ''] = option.split('=', 2)
    return [name, value]
  }))
  const unknown = [...given.keys()].find((name) => !OPTIONS.has(name))
  if (unknown !== undefined) return `'${unknown}' is neither tenant=NAME nor until=DATE`
  const until = given.get('until')
  const verifiesUntil = until === undefined ? undefined : Date.parse(until)
  if (Number.isNaN(verifiesUntil)) return `until=${until} is no date such as 2027-01-31`
  const tenant = given.get('tenant')
  return {
    id, secret: Buffer.from(secret, 'hex'),
    ...(tenant === undefined ? {} : { tenant }),
    ...(verifiesUntil === undefined ? {} : { verifiesUntil }),
  }
}
