// What vendors that sign nothing can send along: basic authentication (RFC 7617), a bearer token
// (RFC 6750), a header, a parameter or a part of the path; and networks that they send from.

import { BlockList, isIP } from 'node:net'
import type { WebhookRequest, WebhookSourceOptions } from '../types.ts'
import { isSameSecret } from './compare.ts'
import { refused, type Proof } from './types.ts'

/** Headers in which a secret may stand, for vendors that let one add headers. */
const TOKEN_HEADERS = ['x-carom-token', 'x-webhook-token', 'x-api-key'] as const
const TOKEN_PARAMETERS = ['token', 'secret', 'code'] as const

/** Basic authentication, where it is configured; undefined where it is not. */
export function checkBasic(
  { headers }: WebhookRequest, { user, password }: WebhookSourceOptions,
): Proof | undefined {
  if (user === undefined && password === undefined) return undefined
  const encoded = /^basic ([\w+/-]{1,2000}={0,2})$/i.exec(headers['authorization'] ?? '')?.[1]
  if (encoded === undefined) return refused('credentials-missing')
  const given = Buffer.from(encoded, 'base64').toString()
  return isSameSecret(given, `${user ?? ''}:${password ?? ''}`)
    ? { kind: 'proven', by: 'secret' } : refused('credentials-wrong')
}

/** One of the secrets, wherever it stands. */
export function checkSecret(request: WebhookRequest, secrets: readonly string[]): Proof {
  const given = secretsIn(request)
  if (given.length === 0) return refused('credentials-missing')
  let isKnown = false
  for (const one of given) {
    for (const wanted of secrets) if (isSameSecret(one, wanted)) isKnown = true
  }
  return isKnown ? { kind: 'proven', by: 'secret' } : refused('credentials-wrong')
}

function secretsIn({ headers, url }: WebhookRequest): string[] {
  const query = url.indexOf('?')
  const parameters = new URLSearchParams(query < 0 ? '' : url.slice(query + 1))
  const path = (query < 0 ? url : url.slice(0, query)).split('/').filter((part) => part !== '')
  // `/hooks/NAME/SECRET`.
  const last = path.length > 2 ? path.at(-1) : undefined
  const bearer = /^bearer ([\x21-\x7e]{1,2000})$/i.exec(headers['authorization'] ?? '')?.[1]
  return [
    bearer, last,
    ...TOKEN_HEADERS.map((name) => headers[name]),
    ...TOKEN_PARAMETERS.map((name) => parameters.get(name)),
  ].filter((value): value is string => typeof value === 'string' && value !== '')
}

/** Tells whether an address is in one of the networks. */
export type Networks = (ip: string) => boolean

/** @throws Error where a text is no address and no network in CIDR notation */
export function readNetworks(texts: readonly string[]): Networks {
  const list = new BlockList()
  for (const text of texts) {
    const [address = '', bits] = text.trim().split('/')
    const version = isIP(address)
    const length = bits === undefined ? (version === 6 ? 128 : 32) : Number(bits)
    const isPrefix = Number.isInteger(length) && length >= 0 && length <= (version === 6 ? 128 : 32)
    if (version === 0 || !isPrefix) throw new Error(`${text} is no network such as 192.0.2.0/24`)
    list.addSubnet(address, length, version === 6 ? 'ipv6' : 'ipv4')
  }
  return (ip) => {
    // An IPv4 peer of a socket that speaks both.
    const bare = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1] ?? ip
    const version = isIP(bare)
    return version !== 0 && list.check(bare, version === 6 ? 'ipv6' : 'ipv4')
  }
}
