// Deliveries that a log told, which are nearly all that a log tells. Each is a sign of life of its
// address and counts in its receiver's minute; no event is kept of it.

import { receiverOfHost, type AddressEquivalence, type Proof } from '@carom/core'
import type { InboxItem, Tx } from '../store/types.ts'
import { addProof, domainAccount, type Accounts } from './accounts.ts'
import { believedTime, messageKey, storedAddress } from './evidence.ts'
import type { JudgedItem } from './judged.ts'
import { noteLife, readLives, withDelivery, writeLives, type Life } from './lives.ts'
import { selectIn } from './rows.ts'

export type Delivery = {
  readonly item: InboxItem
  readonly address: string
  readonly domain: string
  readonly list: string
  readonly receiver: string
  readonly senderDomain: string | undefined
  readonly proof: Proof
}

/** The deliveries of a batch. */
export function collectDeliveries(
  judged: readonly JudgedItem[], equivalence: AddressEquivalence,
): Delivery[] {
  const receivers = new Map<string, string>()
  const deliveries: Delivery[] = []
  for (const { item, output } of judged) {
    const list = item.envelope.list ?? ''
    for (const { recipient, at, messageId, senderDomain } of output.deliveries ?? []) {
      const address = storedAddress(recipient, equivalence)
      if (address === '') continue
      const domain = address.slice(address.lastIndexOf('@') + 1)
      let receiver = receivers.get(domain)
      if (receiver === undefined) {
        receiver = receiverOfHost(domain) ?? domain
        receivers.set(domain, receiver)
      }
      const proof: Proof = {
        at: believedTime(at, item.receivedAt), kind: 'delivered',
        ...(messageId === '' ? {} : { message: `mid:${messageKey(messageId)}` }),
      }
      deliveries.push({ item, address, domain, list, receiver, senderDomain, proof })
    }
  }
  return deliveries
}

export type Delivered = {
  /** Those that were not known. */
  readonly fresh: readonly Delivery[]
  /** How many addresses more may be mailed than before. */
  readonly more: number
}

/**
 * Adds deliveries: to the account of an address of which more is known, else to its row of signs of
 * life, which is written at once. The same one twice is one.
 */
export async function addDeliveries(
  tx: Tx, tenant: string, deliveries: readonly Delivery[], accounts: Accounts,
): Promise<Delivered> {
  await loadAccounts(tx, tenant, deliveries, accounts)
  const fresh: Delivery[] = []
  const others: Delivery[] = []
  for (const delivery of deliveries) {
    const { address, domain, list, proof } = delivery
    const place = domainAccount(domain)
    if (accounts.has(place, '')) addProof(accounts.exact(place, ''), proof)
    if (!accounts.isLoaded(address)) others.push(delivery)
    else if (addProof(accounts.of(address, list), proof)) fresh.push(delivery)
  }
  const more = await addToLives(tx, tenant, others, accounts, fresh)
  return { fresh, more }
}

/** Of the addresses, and of their domains, those that have accounts. */
async function loadAccounts(
  tx: Tx, tenant: string, deliveries: readonly Delivery[], accounts: Accounts,
): Promise<void> {
  const wanted = new Set<string>()
  for (const { address, domain } of deliveries) wanted.add(address).add(domainAccount(domain))
  const rows = await selectIn<{ address: string }>(
    tx, 'SELECT address FROM addresses WHERE tenant = ? AND address', [tenant], [...wanted])
  await accounts.add(tx, rows.map(({ address }) => address))
}

async function addToLives(
  tx: Tx, tenant: string, deliveries: readonly Delivery[], accounts: Accounts, fresh: Delivery[],
): Promise<number> {
  const addresses = [...new Set(deliveries.map(({ address }) => address))]
  const known = new Map<string, readonly Proof[]>()
  for (const { address, list, proofs } of await readLives(tx, tenant, addresses)) {
    known.set(`${address}\n${list}`, JSON.parse(proofs) as Proof[])
  }
  const before = known.size
  const changed = new Map<string, Life>()
  for (const delivery of deliveries) {
    const { address, proof } = delivery
    const list = accounts.listOf(delivery.list)
    const key = `${address}\n${list}`
    const proofs = withDelivery(known.get(key) ?? [], proof)
    if (proofs === undefined) continue
    known.set(key, proofs)
    changed.set(key, { tenant, address, list, proofs })
    fresh.push(delivery)
  }
  await writeLives(tx, [...changed.values()])
  return known.size - before
}

/** Notes when their domains showed life. */
export function noteDeliveries(
  domains: Map<string, number>, deliveries: readonly Delivery[],
): void {
  for (const { domain, proof } of deliveries) noteLife(domains, domain, proof.at)
}
