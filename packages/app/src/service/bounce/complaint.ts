// A complaint about a message to the operator of its sender: a feedback report (RFC 5965), to an
// address that what is proved of the message leads to, or that the user names.

import { createHash } from 'node:crypto'
import { composeComplaint } from '@carom/core'
import { sign, type Signing } from './compose.ts'
import type { MessageFacts } from './facts.ts'
import { domainOf } from './options.ts'
import { sealId } from './own-token.ts'
import { withoutTraces } from './traces.ts'
import type { Authentication } from './authenticate.ts'
import type { Alternative } from './types.ts'

export function offerComplaint({ proofs }: Authentication): Alternative {
  // RFC 2142 §2: each domain has abuse@; which domain it is must be proved, or a stranger is told.
  const proof = proofs.find(({ method, result }) => method === 'dkim' && result === 'pass') ??
    proofs.find(({ method, result }) => method === 'spf' && result === 'pass')
  if (proof === undefined || !proof.domain.includes('.')) {
    return {
      name: 'complaint', available: false,
      because: 'Whose mail it is cannot be proved; name an address to complain to.',
    }
  }
  return {
    name: 'complaint', available: true, target: `abuse@${proof.domain}`,
    because: `${proof.domain} answers for it (${proof.method.toUpperCase()}).`,
  }
}

export type ComplaintPlan = {
  readonly facts: MessageFacts
  readonly bytes: Uint8Array
  readonly to: string
  readonly recipient: string
  readonly proofs: Authentication['proofs']
  readonly headersOnly: boolean
  readonly messageBytesMax: number
  readonly host: string
  readonly from: string
  readonly key: string
  readonly id: string
  readonly now: number
  readonly signing: Signing | undefined
}

/** Throws a TypeError where `to` is no address. */
export async function prepareComplaint(
  plan: ComplaintPlan,
): Promise<{
  readonly bytes: Uint8Array; readonly sha256: string; readonly messageId: string
  readonly needsSmtpUtf8: boolean
}> {
  const { facts, to, from, host, now, key, id, proofs } = plan
  const dkim = proofs.find(({ method, result }) => method === 'dkim' && result === 'pass')
  const path = facts.returnPath.kind === 'address' ? facts.returnPath.address : undefined
  const seed = sealId(key, id)
  const written = composeComplaint(withoutTraces(plan.bytes, plan.recipient), {
    to, from, host, seed, now: new Date(now).toISOString(), headersOnly: plan.headersOnly,
    messageBytesMax: plan.messageBytesMax,
    feedback: {
      feedbackType: 'abuse',
      ...(path === undefined ? {} : { originalMailFrom: path, reportedDomain: [domainOf(path)] }),
      ...(dkim === undefined ? {} : { dkimDomain: dkim.domain }),
    },
    ...(facts.arrivedAt === undefined
      ? {} : { arrivalDate: new Date(facts.arrivedAt).toISOString() }),
  })
  const bytes = await sign(Buffer.from(written.bytes), plan)
  return {
    bytes, needsSmtpUtf8: written.needsSmtpUtf8, messageId: `carom.${seed}@${host}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
