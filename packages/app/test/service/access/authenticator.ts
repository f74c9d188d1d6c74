// An authenticator in software, as far as WebAuthn 3 asks: it makes ES256 passkeys and signs with
// them. What a test wants to be wrong can be made wrong.

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

export type Authenticator = {
  readonly create: (options: Json, more?: Wrong) => object
  readonly get: (options: Json, more?: Wrong) => object
}

type Json = { readonly [name: string]: Json } & readonly Json[]

export type Wrong = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  /** Without finger or PIN. */
  readonly isUnverified?: boolean
  readonly userHandle?: string
  readonly counter?: number
  readonly signature?: Uint8Array
}

type Key = { readonly id: Buffer; readonly key: KeyObject; readonly userHandle: string }

export function createAuthenticator(origin: string): Authenticator {
  const keys: Key[] = []
  let counter = 0
  const clientData = (type: string, challenge: unknown, wrong: Wrong): Buffer =>
    Buffer.from(JSON.stringify({
      type: wrong.type ?? type, challenge: wrong.challenge ?? challenge,
      origin: wrong.origin ?? origin, crossOrigin: false,
    }))
  return {
    create(options, wrong = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const key: Key = {
        id: randomBytes(16), key: privateKey, userHandle: String(options['user']?.['id']),
      }
      keys.push(key)
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const cose = encode(new Map<number, unknown>([
        [1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]))
      const length = Buffer.alloc(2)
      length.writeUInt16BE(key.id.length)
      const data = Buffer.concat([
        authenticatorData(String(options['rp']?.['id']), 0, 0x40, wrong), Buffer.alloc(16), length,
        key.id, cose,
      ])
      const attestation = encode(new Map<string, unknown>([
        ['fmt', 'none'], ['attStmt', new Map()], ['authData', data],
      ]))
      return credential(key, {
        clientDataJSON: base64url(clientData('webauthn.create', options['challenge'], wrong)),
        attestationObject: base64url(attestation), transports: ['internal'],
      })
    },
    get(options, wrong = {}) {
      const key = keys.at(-1) as Key
      counter++
      const data = authenticatorData(String(options['rpId']), wrong.counter ?? counter, 0, wrong)
      const client = clientData('webauthn.get', options['challenge'], wrong)
      const hash = createHash('sha256').update(client).digest()
      const signature = wrong.signature ??
        sign('sha256', Buffer.concat([data, hash]), key.key)
      return credential(key, {
        clientDataJSON: base64url(client), authenticatorData: base64url(data),
        signature: base64url(signature), userHandle: wrong.userHandle ?? key.userHandle,
      })
    },
  }
}

function credential({ id }: Key, response: object): object {
  return {
    id: base64url(id), rawId: base64url(id), type: 'public-key', response,
    clientExtensionResults: {}, authenticatorAttachment: 'platform',
  }
}

function authenticatorData(
  rpId: string, counter: number, more: number, wrong: Wrong,
): Buffer {
  const rest = Buffer.alloc(5)
  rest.writeUInt8(0x01 | (wrong.isUnverified === true ? 0 : 0x04) | more)
  rest.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(wrong.rpId ?? rpId).digest(), rest])
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

/** CBOR (RFC 8949), as much as passkeys need. */
function encode(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value as Map<unknown, unknown>]
  return Buffer.concat([head(5, pairs.length), ...pairs.flat().map(encode)])
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([major << 5 | size])
  return size < 256 ? Buffer.from([major << 5 | 24, size])
    : Buffer.from([major << 5 | 25, size >> 8, size & 255])
}
