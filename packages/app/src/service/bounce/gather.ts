// From what was chosen to what can be judged: messages are fetched, read, and their senders proved.

import type { MailAccess } from '../mailboxes/types.ts'
import { authenticate, type Authentication, type Resolve } from './authenticate.ts'
import { readMessageFacts, type MessageFacts } from './facts.ts'
import { GATHER_AT_ONCE, MESSAGES_MAX } from './limits.ts'
import { domainOf, isOneOf, type BounceOptions } from './options.ts'
import type { Chosen, RawMessage } from './types.ts'

export type Gathered = {
  readonly key: string
  readonly mailbox: string | undefined
  readonly bytes: Uint8Array
  readonly facts: MessageFacts
  readonly authentication: Authentication
  readonly ownAddresses: readonly string[]
}

/** A message that is not there any more has its key alone. */
export type GatheredOrGone = Gathered | { readonly key: string; readonly bytes?: undefined }

export type GatherDeps = {
  readonly mail: MailAccess
  readonly resolve: Resolve
  /** Of the marks of our own bounces. */
  readonly key: string
}

type Found = {
  readonly key: string
  readonly raw?: RawMessage
  readonly isWhole: boolean
}

/** What was chosen, some at a time: so many messages as a request may name fill no memory. */
export type GatheredAll = {
  readonly items: AsyncIterable<GatheredOrGone>
  /** Marked messages beyond those. */
  readonly left: number
}

export async function gather(
  deps: GatherDeps, tenant: string, chosen: Chosen,
  options: Pick<BounceOptions, 'authservIds' | 'receivedBy'>, ownDomains: readonly string[],
): Promise<GatheredAll> {
  const read = async (
    { key, raw, isWhole }: Found, mailbox: string | undefined, own: readonly string[],
  ): Promise<GatheredOrGone> => {
    if (raw === undefined) return { key }
    const ownAddresses = own.length > 0 ? own : guessOwn(raw, deps.key, ownDomains)
    const facts = readMessageFacts(raw, deps.key, ownAddresses)
    const authentication = facts.returnPath.kind !== 'address'
      ? { proofs: [] }
      : await authenticate(facts.message, {
        ...options, sender: facts.returnPath.address, isWhole, resolve: deps.resolve,
      })
    return { key, mailbox, bytes: raw.bytes, facts, authentication, ownAddresses }
  }
  if (chosen.kind === 'raw') {
    const { recipient } = chosen.message
    const own = recipient === undefined ? [] : [recipient]
    const only: Found = { key: 'raw', raw: chosen.message, isWhole: true }
    return { items: mapSome([only], (found) => read(found, undefined, own)), left: 0 }
  }
  const { mailbox } = chosen
  const { keys, total } = chosen.kind === 'keys'
    ? { keys: chosen.keys, total: 0 }
    : await deps.mail.marked(tenant, mailbox, MESSAGES_MAX, chosen.offset)
  const own = await deps.mail.addresses(tenant, mailbox)
  const items = mapSome(keys, async (key) =>
    await read(await fetchOne(deps, tenant, mailbox, key), mailbox, own))
  const before = chosen.kind === 'marked' ? chosen.offset : 0
  return { items, left: Math.max(0, total - before - keys.length) }
}

async function fetchOne(
  { mail }: GatherDeps, tenant: string, mailbox: string, key: string,
): Promise<Found> {
  const found = await mail.fetch(tenant, mailbox, key)
  if (found === undefined) return { key, isWhole: false }
  return {
    key, isWhole: found.size <= found.bytes.length,
    raw: { bytes: found.bytes, arrivedAt: found.receivedAt, folder: found.folder },
  }
}

/** Where nobody says which address is ours: those of our domains in the header. */
function guessOwn(
  raw: RawMessage, key: string, ownDomains: readonly string[],
): readonly string[] {
  const { addressed } = readMessageFacts(raw, key, [])
  return addressed.filter((address) => ownDomains.includes(domainOf(address)))
}

/** In order, some at once: each waits for DNS most of its time. */
async function* mapSome<Item, Result>(
  items: readonly Item[], work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  for (let at = 0; at < items.length; at += GATHER_AT_ONCE) {
    yield* await Promise.all(items.slice(at, at + GATHER_AT_ONCE).map(work))
  }
}

/** The address that declines: one of ours that it was written to, else where it came in. */
export function recipientOf({ facts, ownAddresses }: Gathered): string {
  return [...facts.addressed, ...facts.delivered].find((one) => isOneOf(one, ownAddresses)) ??
    ownAddresses[0] ?? ''
}
