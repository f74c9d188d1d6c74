// A glance that tells whether an address is in the form that is compared already: nearly all are,
// and the full reading (core's addressKey) takes ten times as long as the check itself.

import { addressKey } from '@carom/core'
import type { AddressEquivalence } from '@carom/core'
import type { AddressMask } from './hashed-address.ts'
import { mayExist } from './may-exist.ts'

/** RFC 5321 §4.5.3.1.3, less its brackets; longer ones are read in full. */
const PLAIN_CHARS_MAX = 254

const LOCAL = 1
const DOMAIN = 2
/** What each ASCII character may be part of, where nothing has to be changed about it. */
const PLACES = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789-') {
  PLACES[character.charCodeAt(0)] = LOCAL | DOMAIN
}
for (const character of '_=') PLACES[character.charCodeAt(0)] = LOCAL

const AT = 64
const DOT = 46
const PLUS = 43
const NINE = 57

export type AddressReader = {
  /** It is an address, and in the form of the key. */
  readonly isPlain: (text: string) => boolean
  /** From an address as typed to the key under which the ledger has it. */
  readonly read: (text: string) => string
}

/**
 * With a mask no address as typed is in the form of a key: each is read in full and masked. What is
 * no address stays as it is.
 */
export function createAddressReader(
  equivalence: AddressEquivalence, mask?: AddressMask,
): AddressReader {
  if (mask !== undefined) {
    const read = (text: string): string => {
      const key = addressKey(text, equivalence)
      return mayExist(key) ? mask(key) : key
    }
    return { isPlain: () => false, read }
  }
  const keepsPlus = equivalence.plusTags === 'keep'
  const keepsDots = equivalence.gmailDots === 'keep'
  const isPlain = (text: string): boolean =>
    isPlainText(text, keepsPlus) && (keepsDots || !isGmail(text))
  return { isPlain, read: (text) => isPlain(text) ? text : addressKey(text, equivalence) }
}

function isPlainText(text: string, keepsPlus: boolean): boolean {
  if (text.length > PLAIN_CHARS_MAX) return false
  let place = LOCAL
  let before = DOT
  let label = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === AT) {
      if (place === DOMAIN || before === DOT) return false
      place = DOMAIN
      before = DOT
      label = at + 1
      continue
    }
    if (code === DOT) {
      if (before === DOT) return false
      label = at + 1
    } else if (code === PLUS) {
      if (place === DOMAIN || !keepsPlus) return false
    } else if (code > 127 || ((PLACES[code] as number) & place) === 0) return false
    before = code
  }
  // No ending begins with a digit; a number there has to be looked at with more care.
  return place === DOMAIN && before !== DOT && text.charCodeAt(label) > NINE
}

function isGmail(text: string): boolean {
  return text.endsWith('@gmail.com') || text.endsWith('@googlemail.com')
}
