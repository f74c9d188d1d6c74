// Mailboxes asked about, receiver by receiver: few at a time, slowly, some never, and nobody again
// who has refused.

import { setImmediate as giveWay, setTimeout as sleepMs } from 'node:timers/promises'
import { receiverOfHost } from '@carom/core'
import { isPublicAddress, readAllowedHosts } from '../../deliver/public-address.ts'
import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import { createTurns } from '../../turns.ts'
import { allOf, askDomain, unsure, type Judge } from './ask-domain.ts'
import { NEVER_ASKED } from './never-asked.ts'
import type { Callout, CalloutBook, CalloutOptions, CalloutResult } from './types.ts'

const MINUTE_MS = 60_000
/** What a local part may hold to be written into a command as it is. */
const PLAIN_LOCAL = /^[\w!#$%&'*+/=?^`{|}~.-]{1,64}$/
/** Beside the mailboxes: the name that nobody has, and the postmaster. */
const EXTRA_QUESTIONS = 2

export type CalloutDeps = {
  readonly dns: Dns
  readonly judge: Judge
  readonly book: CalloutBook
  readonly sleep?: (ms: number) => Promise<unknown>
}

type Waiting = {
  readonly domain: string
  readonly local: string
  readonly done: (result: CalloutResult) => void
}

/** Where mail of a domain goes, or why it is not asked. */
type Place = { readonly receiver: string; readonly host: string; readonly ip: string }

export function createCallout(options: CalloutOptions, deps: CalloutDeps): Callout {
  const places = new Map<string, Promise<Place | string>>()
  const queues = new Map<string, Waiting[]>()
  const catchAlls = new Map<string, CalloutResult>()
  const turns = createTurns(options.receiversAtOnce)
  const askBatch = createBatches(options, deps, { placeOf, catchAlls })

  function placeOf(domain: string): Promise<Place | string> {
    const known = places.get(domain) ?? findPlace(domain, deps.dns, options)
    places.set(domain, known)
    return known
  }

  async function put(address: string): Promise<CalloutResult> {
    const at = address.lastIndexOf('@')
    const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
    if (!PLAIN_LOCAL.test(local)) return unsure('its name is not asked for')
    const place = await placeOf(domain)
    if (typeof place === 'string') return unsure(place)
    const known = catchAlls.get(domain)
    if (known !== undefined) return known
    return await new Promise((done) => {
      const queue = queues.get(place.receiver)
      if (queue !== undefined) {
        queue.push({ domain, local, done })
        return
      }
      queues.set(place.receiver, [{ domain, local, done }])
      void turns(() => workOff(place.receiver))
    })
  }

  /** All that waits for one receiver, one connection after the other. */
  async function workOff(receiver: string): Promise<void> {
    const queue = queues.get(receiver) ?? []
    // Those that are asked at the same moment share a connection.
    await giveWay()
    let refusal: string | undefined
    while (queue.length > 0) {
      const batch = takeBatch(queue, options.perConnection)
      if (refusal !== undefined) {
        for (const { done } of batch) done(unsure(refusal))
        continue
      }
      refusal = await askBatch(receiver, batch)
      settleKnown(queue, catchAlls)
      const n = batch.length + EXTRA_QUESTIONS
      if (refusal !== undefined || queue.length === 0) continue
      await (deps.sleep ?? sleepMs)(n * MINUTE_MS / options.perMinute)
    }
    queues.delete(receiver)
  }

  return { ask: put }
}

type Known = {
  readonly placeOf: (domain: string) => Promise<Place | string>
  readonly catchAlls: Map<string, CalloutResult>
}

function createBatches(
  options: CalloutOptions, deps: CalloutDeps, { placeOf, catchAlls }: Known,
): (receiver: string, batch: readonly Waiting[]) => Promise<string | undefined> {
  /** Undefined where the receiver may be asked. Without a book there are no limits: nobody is. */
  async function refusalOf(receiver: string, n: number): Promise<string | undefined> {
    try {
      if (await deps.book.take(receiver, n)) return undefined
      return 'the limit of today is used up, or the receiver refused'
    } catch (error) {
      return `the book of what was asked cannot be kept: ${(error as Error).message}`
    }
  }

  /** One connection's worth. Tells whether, and why, no more may be asked. */
  return async (receiver, batch) => {
    const [{ domain }] = batch as [Waiting]
    const place = await placeOf(domain)
    const locals = [...new Set(batch.map(({ local }) => local))]
    const refusal = typeof place === 'string' ? place
      : await refusalOf(receiver, locals.length + EXTRA_QUESTIONS)
    const { results, isRefused } = refusal !== undefined || typeof place === 'string'
      ? { results: allOf(locals, unsure(String(refusal))), isRefused: false }
      : await askDomain({ ...place, domain, locals }, options, deps.judge)
    if (isRefused) await deps.book.close(receiver).catch(() => undefined)
    const [first] = results.values()
    if (first?.verdict === 'catch-all') catchAlls.set(domain, first)
    for (const { local, done } of batch) done(results.get(local) ?? unsure('it was not asked'))
    return isRefused ? 'the receiver refused an earlier question' : refusal
  }
}

/** Of a domain that takes any name nobody needs to be asked for. */
function settleKnown(queue: Waiting[], known: ReadonlyMap<string, CalloutResult>): void {
  for (const { domain, done } of queue) {
    const result = known.get(domain)
    if (result !== undefined) done(result)
  }
  queue.splice(0, queue.length, ...queue.filter(({ domain }) => !known.has(domain)))
}

/** Those of one domain, so that they share a connection. */
function takeBatch(queue: Waiting[], max: number): Waiting[] {
  const domain = queue[0]?.domain
  const batch = queue.filter((one) => one.domain === domain).slice(0, max)
  const taken = new Set(batch)
  queue.splice(0, queue.length, ...queue.filter((one) => !taken.has(one)))
  return batch
}

async function findPlace(
  domain: string, dns: Dns, { allowHosts }: CalloutOptions,
): Promise<Place | string> {
  const mx = await dns.lookup(domain, 'MX')
  if (mx.kind === 'trouble' || mx.kind === 'missing') return 'the DNS does not tell its mail host'
  const [first] = [...recordsOf(mx)].sort((a, b) => a.priority - b.priority)
  const host = first?.exchange ?? domain
  if (host === '') return 'the domain takes no mail'
  const receiver = receiverOfHost(host) ?? receiverOfHost(domain) ?? host
  const never = NEVER_ASKED[receiver]
  if (never !== undefined) return `${receiver} is never asked: ${never}`
  const [four, six] = [await dns.lookup(host, 'A'), await dns.lookup(host, 'AAAA')]
  const ips: readonly string[] = [...recordsOf(four), ...recordsOf(six)]
  if (ips.length === 0) return 'its mail host has no address'
  const allowed = readAllowedHosts(allowHosts)
  // One that is inside spoils all: whoever wrote the record meant no good.
  const inside = ips.find((ip) => !isPublicAddress(ip) && !allowed.hasAddress(ip))
  if (inside !== undefined) return 'its mail host is no public one'
  return { receiver, host, ip: ips[0] as string }
}
