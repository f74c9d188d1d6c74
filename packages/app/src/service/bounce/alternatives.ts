// Does what is better than a bounce: one request, one complaint, or one more refused sender.

import { isMailAddress } from '@carom/core'
import type { SafeFetch } from '../deliver/safe-fetch.ts'
import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import { noteIntent, noteOutcome, type Question } from './book.ts'
import type { CarryOutDeps } from './carry-out.ts'
import { prepareComplaint } from './complaint.ts'
import { checkLimits } from './conditions/limits.ts'
import { recipientOf, type Gathered } from './gather.ts'
import { findAlternatives } from './offers.ts'
import { domainOf, speakerOf, type BounceOptions } from './options.ts'
import { makeBounceId } from './own-token.ts'
import { addRefused, entryOf, formatSieve } from './refused-senders.ts'
import type { Alternative, AlternativeInput, AlternativeRow } from './types.ts'
import { requestUnsubscribe } from './unsubscribe.ts'

export type AlternativeDeps = CarryOutDeps & {
  /** Reaches public hosts over https alone. */
  readonly fetch: SafeFetch['fetch']
}

export type AlternativeWork = {
  readonly tenant: string
  readonly actor: string
  readonly input: AlternativeInput
  readonly settings: BounceOptions
}

type Outcome = Pick<AlternativeRow, 'state' | 'because' | 'bytes'>

export async function carryOutAlternative(
  deps: AlternativeDeps, work: AlternativeWork, item: Gathered,
): Promise<AlternativeRow> {
  const alternatives = findAlternatives(item)
  const row = { key: item.key, alternatives }
  const { which } = work.input
  const offer = alternatives.find(({ name }) => name === which)
  if (offer === undefined) {
    return { ...row, state: 'planned', because: 'This is what there is instead of a bounce.' }
  }
  return { ...row, ...await carryOutOne(deps, work, item, offer) }
}

async function carryOutOne(
  deps: AlternativeDeps, work: AlternativeWork, item: Gathered, offer: Alternative,
): Promise<Outcome> {
  if (offer.name === 'complaint') return await complain(deps, work, item, offer)
  const { target, because } = offer
  if (!offer.available || target === undefined) return { state: 'refused', because }
  if (offer.name === 'block') return await block(deps, work, item)
  if (work.input.dryRun) return { state: 'planned', because }
  if (!work.settings.enabled) return SWITCHED_OFF
  if (work.settings.dryRun) return NOTHING_LEAVES
  const { ok, answer } = await requestUnsubscribe(deps.fetch, target)
  await noteUnsubscribed(deps, work, item, { host: new URL(target).host, answer })
  return { state: ok ? 'done' : 'failed', because: answer }
}

/** The address itself names the person to the sender: it stays out of the audit. */
async function noteUnsubscribed(
  { store, now }: AlternativeDeps, { tenant, actor }: AlternativeWork, { facts }: Gathered,
  detail: { readonly host: string; readonly answer: string },
): Promise<void> {
  const address = facts.returnPath.kind === 'address' ? facts.returnPath.address : ''
  await store.write(async (tx) => {
    const previousHash = await lockTenant(tx, tenant)
    await appendAudit(tx, tenant, previousHash, [{
      at: now(), actor, action: 'unsubscribe-asked', address, list: '', detail,
    }])
  })
}

const SWITCHED_OFF: Outcome = {
  state: 'refused', because: 'Bouncing is switched off (bounce.enabled).',
}

const NOTHING_LEAVES: Outcome = {
  state: 'dry-run', because: 'The settings say that nothing is sent.',
}

/** Nothing leaves by it, so that the settings' dry run does not hold it back. */
async function block(
  { store, now }: AlternativeDeps, { tenant, actor, input }: AlternativeWork, item: Gathered,
): Promise<Outcome> {
  const path = item.facts.returnPath.kind === 'address' ? item.facts.returnPath.address : ''
  const sender = entryOf(path, input.scope ?? 'address')
  if (input.dryRun) return { state: 'planned', because: `${sender} would be refused.` }
  await addRefused(store, tenant, {
    sender, actor, createdAt: now(), ...(input.note === undefined ? {} : { note: input.note }),
  })
  return { state: 'done', because: `${sender} is refused. For Sieve:\n${formatSieve([sender])}` }
}

async function complain(
  deps: AlternativeDeps, work: AlternativeWork, item: Gathered, offer: Alternative,
): Promise<Outcome> {
  const { input, settings, tenant, actor } = work
  const to = input.to ?? offer.target
  if (to === undefined) return { state: 'refused', because: offer.because }
  if (!isMailAddress(to)) return { state: 'refused', because: `'${to}' is no address.` }
  const complaint = await compose(deps, work, item, to)
  const { bytes } = complaint
  if (input.dryRun) return { state: 'planned', because: `It would be sent to ${to}.`, bytes }
  if (settings.dryRun) return { ...NOTHING_LEAVES, bytes }
  if (deps.relay === undefined) {
    return { state: 'failed', because: 'bounce.relay is not set; nothing was sent.', bytes }
  }
  const question = questionOf(item, to)
  const { messageId, sha256, needsSmtpUtf8 } = complaint
  const refusal = await noteIntent(deps, tenant, {
    ...question, id: makeBounceId(deps.key, tenant, `complaint\n${item.facts.originalKey}`),
    actor, messageId, sha256,
    ...(item.facts.messageId === undefined ? {} : { originalId: item.facts.messageId }),
    ...(item.mailbox === undefined ? {} : { mailbox: item.mailbox, messageKey: item.key }),
  }, deps.now(), (history) => Object.values(checkLimits(
    { history: { ...history, toRecipient: 0 } }, settings)).find(({ met }) => !met)?.because)
  if (refusal !== undefined) return { state: 'refused', because: refusal }
  // Who complains can be answered: the envelope sender is the address in From.
  const outcome = await deps.relay.send({
    envelopeSender: speakerOf(settings).from, to, bytes, needsSmtpUtf8,
  })
  await noteOutcome(deps.store, tenant, question, outcome, deps.now())
  return {
    state: outcome.state === 'sent' ? 'done' : outcome.state, because: outcome.answer, bytes,
  }
}

async function compose(
  { key, signing, now }: AlternativeDeps, { settings, tenant }: AlternativeWork, item: Gathered,
  to: string,
): ReturnType<typeof prepareComplaint> {
  const { facts, bytes, authentication: { proofs } } = item
  return await prepareComplaint({
    facts, bytes, to, proofs, key, signing, now: now(), ...speakerOf(settings),
    recipient: recipientOf(item), headersOnly: settings.headersOnly,
    messageBytesMax: settings.messageBytesMax,
    id: makeBounceId(key, tenant, `complaint\n${facts.originalKey}`),
  })
}

function questionOf({ facts }: Gathered, to: string): Question {
  return {
    kind: 'complaint', originalKey: facts.originalKey, recipient: to.toLowerCase(),
    domain: domainOf(to),
  }
}
