// How much evidence proves: beside what the intake found out, a Message-ID or ENVID that only the
// recipient of one registered send can know (V2).

import {
  addressKey, type AddressEquivalence, type CaromEvent, type PolicyGuards,
} from '@carom/core'
import type { NewInput, Reader } from '../store/types.ts'
import { messageKey, type Evidence } from './evidence.ts'
import { selectIn } from './rows.ts'

type SendRow = {
  readonly message_id: string; readonly envelope_id: string; readonly recipient: string
  readonly list: string; readonly campaign: string
}

/** Raises the trust of evidence that names a registered send of the same recipient. */
export async function matchSends(
  reader: Reader, tenant: string, evidence: readonly Evidence[], equivalence: AddressEquivalence,
): Promise<void> {
  const open = evidence.filter(({ trust, messages }) => trust < 2 && messages.length > 0)
  const ids = idsOf(open, 'mid:')
  const envelopes = idsOf(open, 'env:')
  if (ids.length === 0 && envelopes.length === 0) return
  const columns = 'SELECT message_id, envelope_id, recipient, list, campaign FROM sends'
  const rows = [
    ...await selectIn<SendRow>(reader, `${columns} WHERE tenant = ? AND message_id`, [tenant], ids),
    ...await selectIn<SendRow>(
      reader, `${columns} WHERE tenant = ? AND envelope_id <> '' AND envelope_id`, [tenant],
      envelopes),
  ]
  // An id that many recipients share can be known by each of them, so it proves nothing (T1).
  const recipients = new Map<string, Set<string>>()
  for (const row of rows) {
    for (const name of [`mid:${row.message_id}`, `env:${row.envelope_id}`]) {
      const known = recipients.get(name) ?? new Set()
      known.add(addressKey(row.recipient, equivalence))
      recipients.set(name, known)
    }
  }
  for (const piece of open) {
    const isProved = piece.messages.some((name) => {
      const known = recipients.get(name)
      return known?.size === 1 && known.has(piece.address)
    })
    if (isProved) piece.trust = 2
  }
}

function idsOf(evidence: readonly Evidence[], kind: string): string[] {
  const ids = evidence.flatMap(({ messages }) => messages)
    .filter((name) => name.startsWith(kind)).map((name) => messageKey(name.slice(kind.length)))
  return [...new Set(ids)]
}

/** What a report must prove where the policy does not say (V0–V3): anyone can forge a message. */
const MIN_TRUST = 2
/** The same for sources that had to prove who they are: webhooks, logs, the API. */
const MIN_TRUST_AUTHENTICATED = 1

/** What decides whether an event may count, beside its policy. */
export type Claim = {
  readonly address: string
  readonly domain: string
  readonly trust: number
  readonly event: Pick<CaromEvent, 'kind'>
  readonly item: Pick<NewInput, 'kind'>
}

/** An echo tells nothing new, and a bounce of this system's own mail is nobody's. */
export function mayCount(
  { address, domain, trust, event, item }: Claim, ownDomains: readonly string[],
  guards: PolicyGuards | undefined,
): boolean {
  return address !== '' && event.kind !== 'echo' && !ownDomains.includes(domain)
    && isTrusted({ kind: item.kind, trust }, guards)
}

/** Whether evidence proves enough to count. */
export function isTrusted(
  { kind, trust }: Pick<NewInput, 'kind'> & { readonly trust: number },
  guards: PolicyGuards = {},
): boolean {
  return trust >= (kind === 'message'
    ? guards.minTrust ?? MIN_TRUST : guards.minTrustAuthenticated ?? MIN_TRUST_AUTHENTICATED)
}
