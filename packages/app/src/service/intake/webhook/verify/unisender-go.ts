// Unisender Go: the body holds the MD5 of itself, with the API key where the MD5 stands;
// godocs.unisender.ru/web-api-ref#webhook. Weak, and better than nothing.

import { createHash } from 'node:crypto'
import { decodeSignature, isSame } from './compare.ts'
import { refused, signed, type Verify } from './types.ts'

const FIELD = /"auth"\s{0,3}:\s{0,3}"([\da-f]{32})"/i

export function verifyUnisenderGo(keys: readonly string[]): Verify {
  return ({ bytes }) => {
    const text = Buffer.from(bytes).toString('latin1')
    const match = FIELD.exec(text)
    const given = decodeSignature(match?.[1], 'hex')
    if (match === null || given === undefined) return refused('signature-missing')
    const at = match.index + match[0].lastIndexOf(match[1] as string)
    const isTrue = keys.some((key) => isSame(given, createHash('md5')
      .update(bytes.subarray(0, at)).update(key, 'utf8').update(bytes.subarray(at + 32)).digest()))
    return isTrue ? signed() : refused('signature-wrong')
  }
}
