// Return-path tokens: an envelope sender made for one recipient, which nobody else can make. A
// bounce that comes back to it proves whom the mail was for (docs/return-path-token.md).

import { hmacSha256 } from '../text/sha256.ts'
import {
  decodeBase32Number, encodeBase32, encodeBase32Number, isBase32,
} from './base32.ts'
import { domainToAscii } from './domain.ts'
import { packText, unpackText } from './packed-text.ts'
import { readBatv, readSrs } from './return-path.ts'

/** A secret that signs tokens. Keep it for `lifetimeDays` after another one took over. */
export type TokenKey = {
  /** One character of `a`–`z` and `2`–`7`, written into the token. */
  readonly id: string
  /** 16 random bytes or more. */
  readonly secret: Uint8Array
  /** Whose tokens it signs; a token of one tenant is void for all others. @default 'default' */
  readonly tenant?: string
  /** From this moment on it verifies nothing, in ms since 1970. @default no end */
  readonly verifiesUntil?: number
}

export type ReturnPathRequest = {
  /** Newest first: the first one signs. */
  readonly keys: readonly TokenKey[]
  /** The domain that bounces come back to, such as `bounces.example.com`. */
  readonly domain: string
  /** What the local part begins with; ends in a sign, such as `bounces+`. @default '' */
  readonly prefix?: string
  /** Whom the mail goes to. */
  readonly recipient: string
  /** Name of a registered send: carried in place of a recipient that is too long. */
  readonly sendId?: string
  /** List or stream that the mail belongs to; carried beside the recipient. */
  readonly list?: string
  /** In ms since 1970. */
  readonly now: number
  /** How many days a bounce may take, 1–400. @default 45 */
  readonly lifetimeDays?: number
}

export type ReturnPathResult =
  | { readonly kind: 'made'; readonly address: string; readonly carries: 'recipient' | 'sendId' }
  /** The recipient (with its list) is too long or no ASCII, and no send id was given or it is. */
  | { readonly kind: 'too-long' }

export type ReturnPathVerdict =
  | {
    readonly kind: 'valid'
    readonly tenant: string
    /** Id of the key that signed. */
    readonly key: string
    /** End of the last day on which it counts, in ms since 1970. */
    readonly expiresAt: number
    /** One of the two is there. */
    readonly recipient?: string
    readonly sendId?: string
    readonly list?: string
  }
  | { readonly kind: 'invalid'; readonly why: 'no-token' | 'not-genuine' | 'expired' }

/** RFC 5321 §4.5.3.1.1. */
const LOCAL_PART_CHARS_MAX = 64
/** 80 bits. */
const MAC_CHARS = 16
const MAC_BYTES = 10
/** Kind, key id and three characters of day. */
const HEAD_CHARS = 5
const DAY_CHARS = 3
const DAYS = 32 ** DAY_CHARS
const DAY_MS = 86_400_000
const LIFETIME_DAYS_DEFAULT = 45
const LIFETIME_DAYS_MAX = 400
const SECRET_BYTES_MIN = 16
const TENANT_DEFAULT = 'default'
/** An address may be wrapped by the sender's own mail system, and by a forwarder. */
const WRAPPINGS_MAX = 4
const PART_CHARS_MAX = 1_000
/** Signs that part a prefix from a token; none of them is base32. */
const PREFIX_ENDS = ['+', '-', '=', '.', '_']

const encoder = /* @__PURE__ */ new TextEncoder()
/** Stands in for a key that is not there, so that an unknown key takes as long as a wrong code. */
const NO_KEY: TokenKey = /* @__PURE__ */ Object.freeze({ id: '', secret: new Uint8Array(32) })

/**
 * The envelope sender for mail to one recipient. Throws a TypeError for keys, domains, prefixes
 * and lifetimes that can make no token.
 */
export function makeReturnPath(request: ReturnPathRequest): ReturnPathResult {
  const { prefix = '', lifetimeDays = LIFETIME_DAYS_DEFAULT } = request
  const domain = domainToAscii(request.domain)
  const key = request.keys[0]
  if (key === undefined) throw new TypeError('keys: a token needs a key')
  checkKey(key)
  checkPlace(domain, prefix)
  if (!(lifetimeDays >= 1 && lifetimeDays <= LIFETIME_DAYS_MAX)) {
    throw new TypeError(`lifetimeDays: ${lifetimeDays} is not 1–${LIFETIME_DAYS_MAX}`)
  }
  const day = Math.floor(request.now / DAY_MS) + Math.floor(lifetimeDays)
  const room = LOCAL_PART_CHARS_MAX - prefix.length - HEAD_CHARS - MAC_CHARS
  const [kind, payload] = choosePayload(request, room)
  if (payload === undefined) return { kind: 'too-long' }
  const body = kind + key.id + encodeBase32Number(day % DAYS, DAY_CHARS) + payload
  const address = `${prefix}${body}${sign(key, domain, body)}@${domain}`
  return { kind: 'made', address, carries: kind === 'r' ? 'recipient' : 'sendId' }
}

/**
 * Says whom a return path was made for. Case does not matter, and tags of BATV and SRS around it
 * are taken off. Why one is invalid is for logs: never tell it to a peer.
 */
export function verifyReturnPath(
  address: string, options: { readonly keys: readonly TokenKey[]; readonly now: number },
): ReturnPathVerdict {
  const bare = unwrap(address)
  const at = bare.lastIndexOf('@')
  const local = bare.slice(0, Math.max(at, 0)).toLowerCase()
  const token = local.slice(Math.max(...PREFIX_ENDS.map((end) => local.lastIndexOf(end))) + 1)
  if (token.length <= HEAD_CHARS + MAC_CHARS || local.length > LOCAL_PART_CHARS_MAX ||
    !isBase32(token)) return { kind: 'invalid', why: 'no-token' }
  const domain = domainToAscii(bare.slice(at + 1))
  const body = token.slice(0, -MAC_CHARS)
  const key = signerOf(token, domain, options)
  const payload = unpackText(body.slice(HEAD_CHARS))
  if (key === undefined || payload === undefined) return { kind: 'invalid', why: 'not-genuine' }
  const daysLeft = daysUntil(decodeBase32Number(body.slice(2, HEAD_CHARS)), options.now)
  if (daysLeft < 0) return { kind: 'invalid', why: 'expired' }
  const facts = {
    kind: 'valid', tenant: key.tenant ?? TENANT_DEFAULT, key: key.id,
    expiresAt: (Math.floor(options.now / DAY_MS) + daysLeft + 1) * DAY_MS,
  } as const
  if (body.startsWith('s')) return { ...facts, sendId: payload }
  const [recipient = '', list] = payload.split('\n')
  return list === undefined ? { ...facts, recipient } : { ...facts, recipient, list }
}

/** The key that signed a token; all of one id are tried, for each tenant has its own. */
function signerOf(
  token: string, domain: string, options: Parameters<typeof verifyReturnPath>[1],
): TokenKey | undefined {
  const body = token.slice(0, -MAC_CHARS)
  const candidates = options.keys.filter(({ id, verifiesUntil = Infinity }) =>
    id === token[1] && options.now < verifiesUntil)
  let signer: TokenKey | undefined
  for (const key of candidates.length === 0 ? [NO_KEY] : candidates) {
    const isSame = equalInConstantTime(sign(key, domain, body), token.slice(-MAC_CHARS))
    if (isSame && key !== NO_KEY && (token[0] === 'r' || token[0] === 's')) signer ??= key
  }
  return signer
}

function choosePayload(
  { recipient, list, sendId }: ReturnPathRequest, room: number,
): readonly ['r' | 's', string | undefined] {
  const at = recipient.lastIndexOf('@')
  const address = recipient.slice(0, at + 1) + domainToAscii(recipient.slice(at + 1))
  const fit = (text: string): string | undefined => {
    const packed = text.length > PART_CHARS_MAX ? undefined : packText(text)
    return packed === undefined || packed.length > room ? undefined : packed
  }
  if (at < 1 || /\n/.test(recipient + (list ?? '') + (sendId ?? ''))) {
    throw new TypeError('recipient: not an address')
  }
  const packed = fit(list === undefined ? address : `${address}\n${list}`)
  if (packed !== undefined || sendId === undefined || sendId === '') return ['r', packed]
  return ['s', fit(sendId)]
}

function sign(key: TokenKey, domain: string, body: string): string {
  const text = `carom return path 1\n${key.tenant ?? TENANT_DEFAULT}\n${domain}\n${body}`
  return encodeBase32(hmacSha256(key.secret, encoder.encode(text)).subarray(0, MAC_BYTES))
}

/** How many days are left until a stamp, which counts modulo 90 years; negative when past. */
function daysUntil(stamp: number, now: number): number {
  const days = (((stamp - Math.floor(now / DAY_MS)) % DAYS) + DAYS) % DAYS
  return days > LIFETIME_DAYS_MAX ? days - DAYS : days
}

function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

function unwrap(address: string): string {
  let bare = address.length > PART_CHARS_MAX ? '' : address
  for (let i = 0; i < WRAPPINGS_MAX; i++) {
    const inner = readBatv(bare)?.address ?? readSrs(bare)
    if (inner === undefined) break
    bare = inner
  }
  return bare
}

function checkKey({ id, secret, tenant = '' }: TokenKey): void {
  if (id.length !== 1 || !isBase32(id)) {
    throw new TypeError(`key id: '${id}' is not one character of a–z and 2–7`)
  }
  if (secret.length < SECRET_BYTES_MIN) {
    throw new TypeError(`key ${id}: ${secret.length} bytes, fewer than ${SECRET_BYTES_MIN}`)
  }
  if (tenant.includes('\n')) throw new TypeError('tenant: holds a line feed')
}

function checkPlace(domain: string, prefix: string): void {
  if (!/^[a-z0-9.-]{1,255}$/.test(domain)) throw new TypeError(`domain: '${domain}' is no domain`)
  if (prefix !== '' && !(/^[A-Za-z0-9][\w.+=-]{0,22}$/.test(prefix) && /[._+=-]$/.test(prefix))) {
    throw new TypeError(`prefix: '${prefix}' does not end in a sign such as + or -`)
  }
}
