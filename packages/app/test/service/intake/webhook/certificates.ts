// X.509 certificates made by hand (RFC 5280 §4.1, DER), so that no tool has to be installed.

import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

export type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

export type CertificateFacts = {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly signWith: KeyObject
  readonly isAuthority?: boolean
  readonly from?: Date
  readonly to?: Date
}

export function rsaPair(bits: number = 2048): Pair {
  return generateKeyPairSync('rsa', { modulusLength: bits })
}

const SHA256_RSA = sequence(objectId([1, 2, 840, 113549, 1, 1, 11]), Buffer.from([5, 0]))

export function makeCertificate(facts: CertificateFacts): string {
  const from = facts.from ?? new Date('2020-01-01T00:00:00Z')
  const to = facts.to ?? new Date('2045-01-01T00:00:00Z')
  const spki = facts.publicKey.export({ type: 'spki', format: 'der' })
  const constraints = sequence(
    objectId([2, 5, 29, 19]), tagged(1, Buffer.from([0xff])),
    tagged(4, facts.isAuthority === true ? sequence(tagged(1, Buffer.from([0xff]))) : sequence()))
  const body = sequence(
    tagged(0xa0, tagged(2, Buffer.from([2]))), tagged(2, Buffer.from([1, 2, 3, 4])), SHA256_RSA,
    name(facts.issuer), sequence(time(from), time(to)), name(facts.subject), spki,
    tagged(0xa3, sequence(constraints)))
  const signature = sign('sha256', body, facts.signWith)
  const der = sequence(body, SHA256_RSA, tagged(3, Buffer.concat([Buffer.from([0]), signature])))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length]
    : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function name(text: string): Buffer {
  const attribute = sequence(objectId([2, 5, 4, 3]), tagged(12, Buffer.from(text)))
  return sequence(tagged(0x31, attribute))
}

function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]/g, '').replace(/\.\d+Z/, 'Z')
  return tagged(0x18, Buffer.from(text))
}

function objectId([first = 0, second = 0, ...rest]: readonly number[]): Buffer {
  const bytes = [first * 40 + second]
  for (const part of rest) {
    const digits = [part & 0x7f]
    for (let left = part >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80)
    bytes.push(...digits)
  }
  return tagged(6, Buffer.from(bytes))
}
