// Who a message really comes from: its signatures checked now (DKIM, DMARC; SPF where one of our
// servers wrote down who connected), beside what our servers found out when it came in.

import { isIP } from 'node:net'
import type { Message } from '@carom/core'
import ipaddr from 'ipaddr.js'
import { readTrustedResults, type MethodResult } from './authentication-results.ts'
import { AUTHENTICATE_TIMEOUT_MS, SIGNATURES_MAX } from './limits.ts'

/** Answers of DNS, as `dns.promises.resolve` gives them. */
export type Resolve = (name: string, type: string) => Promise<string[][] | string[]>

export type Proof = {
  readonly method: 'spf' | 'dkim' | 'dmarc'
  readonly result: string
  /** Of the envelope sender, the signature, or the author. */
  readonly domain: string
  /** The whole envelope sender that was looked at, where it is told. */
  readonly address?: string
  /** Names of signed fields, in lower case; of a signature that was checked now. */
  readonly signed?: readonly string[]
  readonly from: 'checked' | 'header'
}

export type Authentication = {
  readonly proofs: readonly Proof[]
  /** Why nothing could be checked. */
  readonly problem?: string
}

/** Who connected, and what it called itself. */
type Client = { readonly ip: string; readonly helo: string }

export type AuthenticateOptions = {
  /** The envelope sender. */
  readonly sender: string
  readonly authservIds: readonly string[]
  readonly receivedBy: readonly string[]
  /** Who handed the message to us, where that is known besides what it says. */
  readonly client?: Client | undefined
  readonly isWhole: boolean
  readonly resolve: Resolve
}

export async function authenticate(
  message: Message, options: AuthenticateOptions,
): Promise<Authentication> {
  const trusted = (readTrustedResults(message, options.authservIds) ?? []).flatMap(trustedProof)
  if (!options.isWhole) {
    return { proofs: trusted, problem: 'the message is too large for its signatures to be checked' }
  }
  const signatures = message.headers('dkim-signature').length
  if (signatures > SIGNATURES_MAX) {
    return { proofs: trusted, problem: `it has ${signatures} signatures, which no honest mail has` }
  }
  try {
    return { proofs: [...trusted, ...await check(message, options)] }
  } catch (error) {
    return { proofs: trusted, problem: error instanceof Error ? error.message : String(error) }
  }
}

function trustedProof({ method, result, properties }: MethodResult): Proof[] {
  const read = (...names: readonly string[]): string =>
    names.map((name) => properties.get(name)).find((value) => value !== undefined) ?? ''
  const domains: Readonly<Record<string, string>> = {
    spf: read('smtp.mailfrom', 'smtp.mail'), dkim: read('header.d', 'header.i'),
    dmarc: read('header.from'),
  }
  const domain = domains[method]
  if (domain === undefined) return []
  return [{
    method: method as Proof['method'], result, from: 'header',
    domain: domain.slice(domain.lastIndexOf('@') + 1).toLowerCase(),
    ...(method === 'spf' && domain.indexOf('@') > 0 ? { address: domain.toLowerCase() } : {}),
  }]
}

async function check(message: Message, options: AuthenticateOptions): Promise<Proof[]> {
  const client = isOutside(options.client) ? options.client
    : findClient(message, options.receivedBy)
  const { authenticate: checkMail } = await import('mailauth')
  const work = checkMail(Buffer.from(message.bytes), {
    sender: options.sender, mta: 'carom', resolver: options.resolve, strict: true,
    disableArc: true, disableBimi: true, ...client,
  })
  const { dkim, spf, dmarc } = await inTime(work)
  const proofs: Proof[] = dkim.results.map(({ status, signingDomain, signingHeaders }) => ({
    method: 'dkim', from: 'checked', domain: (signingDomain ?? '').toLowerCase(),
    // Whoever leaves bytes unsigned lets others write them (l=).
    result: status.result === 'pass' && (status.underSized ?? 0) > 0 ? 'partial' : status.result,
    signed: (signingHeaders?.keys ?? '').toLowerCase().split(':').map((name) => name.trim()),
  }))
  if (client !== undefined && spf) {
    proofs.push({
      method: 'spf', from: 'checked', result: spf.status.result, domain: spf.domain.toLowerCase(),
    })
  }
  if (dmarc) {
    // A pass by a signature that leaves bytes to others proves as little as that signature.
    const isWhole = proofs.some(({ result }) => result === 'pass')
    proofs.push({
      method: 'dmarc', from: 'checked',
      result: dmarc.status.result === 'pass' && !isWhole ? 'partial' : dmarc.status.result,
      domain: (dmarc.status.header?.from ?? dmarc.domain).toLowerCase(),
    })
  }
  return proofs
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error('DNS did not answer in time')), AUTHENTICATE_TIMEOUT_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The address that connected to our first server. Fields are read from the top as long as servers
 * of ours wrote them; hops between them come from private addresses. What a client says of itself
 * (`helo=[192.0.2.1]`) is never taken for where it is.
 */
function findClient(
  message: Message, receivedBy: readonly string[],
): Client | undefined {
  const ours = new Set(receivedBy.map((name) => name.toLowerCase()))
  for (const value of message.headers('received')) {
    const by = /\)\s+by\s+([\w.-]+)/i.exec(value)?.[1]?.toLowerCase() ?? ''
    const [, helo = '', ip = ''] = CLIENT.exec(value) ?? []
    if (!ours.has(by) || isIP(ip) === 0) return undefined
    if (isOutside({ ip, helo })) return { ip, helo }
  }
  return undefined
}

function isOutside(client: Client | undefined): boolean {
  return client !== undefined && isIP(client.ip) > 0
    && !INSIDE.has(ipaddr.process(client.ip).range())
}

/** Hops between servers of ours come from such addresses. */
const INSIDE: ReadonlySet<string> = new Set([
  'private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat', 'unspecified',
])

/** `from HELO (NAME [ADDRESS]…) by …`; nothing else in the brackets may look like the address. */
const CLIENT = /^from\s+(\S+)\s+\((?:[^\s=()[\]]+\s+)?\[(?:IPv6:)?([\da-f.:]+)\][^()]*\)\s+by\s/i
