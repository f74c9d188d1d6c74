// Postal: RSA PKCS#1 v1.5 over the raw body with the key of the installation, SHA-256, or SHA-1
// where an old version sends no other; lib/postal/http.rb.

import { verify, type KeyObject } from 'node:crypto'
import { decodeSignature } from './compare.ts'
import { refused, signed, type Verify } from './types.ts'

export function verifyPostal(key: KeyObject): Verify {
  return ({ headers, bytes }) => {
    const strong = headers['x-postal-signature-256']
    const text = strong ?? headers['x-postal-signature']
    if (text === undefined || text === '') return refused('signature-missing')
    const signature = decodeSignature(text.replaceAll(/\s/g, ''), 'base64')
    const algorithm = strong === undefined ? 'sha1' : 'sha256'
    const isTrue = signature !== undefined && verify(algorithm, bytes, key, signature) === true
    return isTrue ? signed() : refused('signature-wrong')
  }
}
