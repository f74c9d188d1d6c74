// One message: judged, composed, and, where everything says so, sent once and moved.

import { noteIntent, noteOutcome, readHistory, type History, type Question } from './book.ts'
import { prepareBounce, type ComposedBounce, type Signing } from './compose.ts'
import { judgeEligibility } from './eligibility.ts'
import type { BounceFacts } from './facts.ts'
import { recipientOf, type Gathered } from './gather.ts'
import { SHOWN_CHARS_MAX } from './limits.ts'
import { domainOf, speakerOf, type BounceOptions } from './options.ts'
import { findRefusedBy } from './refused-senders.ts'
import { findAlternatives } from './offers.ts'
import { makeBounceId } from './own-token.ts'
import type { Relay, RelayOutcome } from './relay.ts'
import type { Tally } from './tally.ts'
import type { BounceInput, BounceRow } from './types.ts'
import type { Log } from '../log.ts'
import type { MailAccess } from '../mailboxes/types.ts'
import { safeLine } from '../safe-text.ts'
import type { Store } from '../store/types.ts'

export type CarryOutDeps = {
  readonly store: Store
  readonly mail: MailAccess
  readonly log: Log
  readonly now: () => number
  readonly key: string
  /** Names this process in the book. */
  readonly run: string
  readonly relay: Relay | undefined
  readonly signing: Signing | undefined
}

export type Work = {
  readonly tenant: string
  readonly actor: string
  readonly input: BounceInput
  readonly settings: BounceOptions
  /** As they are at this moment: the kill switch holds within a request too. */
  readonly settingsNow: () => Promise<BounceOptions>
  readonly ownDomains: readonly string[]
  /** The moment that stands in what is composed. */
  readonly plannedAt: number
  readonly tally: Tally
}

export async function carryOut(
  deps: CarryOutDeps, work: Work, item: Gathered,
): Promise<BounceRow> {
  const { tenant, input, settings, tally } = work
  const question = questionOf(item)
  const before = tally.with(
    await readHistory(deps.store, tenant, deps.run, question, deps.now()), question)
  const facts = await completeFacts(deps, work, item, before)
  const { eligible, conditions } = judgeEligibility(facts, settings, input.lift)
  const row: BounceRow = {
    ...describe(item), state: 'refused', conditions, alternatives: findAlternatives(item),
  }
  if (!eligible) return row
  if (recipientOf(item) === '') return { ...row, answer: WHO_DECLINES }
  const bounce = await compose(deps, work, item)
  const planned = { ...row, bounce: input.showBytes ? bounce : withoutBytes(bounce) }
  if (input.dryRun) {
    tally.add(question, deps.now())
    return { ...planned, state: 'planned' }
  }
  if (settings.dryRun) return { ...planned, ...NOTHING_LEAVES }
  if (deps.relay === undefined) {
    return { ...planned, state: 'failed', answer: 'bounce.relay is not set; nothing was sent.' }
  }
  return await send(deps, work, item, { question, facts, bounce, planned, relay: deps.relay })
}

const NOTHING_LEAVES = {
  state: 'dry-run', answer: 'The settings say that nothing is sent.',
} as const
const WHO_DECLINES = 'Say which address of yours got the message (recipient).'

type Sending = {
  readonly question: Question
  readonly facts: BounceFacts
  readonly bounce: ComposedBounce
  readonly planned: BounceRow
  readonly relay: Relay
}

async function send(
  deps: CarryOutDeps, { tenant, actor, input, settingsNow }: Work, item: Gathered,
  { question, facts, bounce, planned, relay }: Sending,
): Promise<BounceRow> {
  const settings = await settingsNow()
  if (settings.dryRun) return { ...planned, ...NOTHING_LEAVES }
  const { id, messageId, sha256, to } = bounce
  const refusal = await noteIntent(deps, tenant, {
    ...question, id, actor, messageId, sha256,
    ...(item.facts.messageId === undefined ? {} : { originalId: item.facts.messageId }),
    ...(item.mailbox === undefined ? {} : { mailbox: item.mailbox, messageKey: item.key }),
  }, deps.now(), (history) => {
    const again = judgeEligibility({ ...facts, history }, settings, input.lift)
    return again.eligible ? undefined : again.conditions
  })
  if (refusal !== undefined) return { ...withoutBounce(planned), conditions: refusal }
  const outcome = await relay.send({
    envelopeSender: '', to, bytes: bounce.bytes, needsSmtpUtf8: bounce.needsSmtpUtf8,
  })
  await note(deps, tenant, question, outcome)
  deps.log.info('a message was bounced', { id, recipient: to, state: outcome.state })
  const done = { ...planned, ...outcome }
  return outcome.state === 'sent' ? { ...done, ...await move(deps, tenant, item) } : done
}

/** What cannot be noted is shown as unknown later, and is never sent again either. */
async function note(
  { store, log, now }: CarryOutDeps, tenant: string, question: Question, outcome: RelayOutcome,
): Promise<void> {
  try {
    await noteOutcome(store, tenant, question, outcome, now())
  } catch (error) {
    log.error('what became of a bounce could not be noted', { state: outcome.state, error })
  }
}

async function move(
  { mail }: CarryOutDeps, tenant: string, { mailbox, key }: Gathered,
): Promise<Pick<BounceRow, 'movedTo' | 'notMoved'>> {
  if (mailbox === undefined) return {}
  try {
    return { movedTo: await mail.moveBounced(tenant, mailbox, key) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { notMoved: safeLine(error.message, SHOWN_CHARS_MAX) }
  }
}

async function compose(
  { key, signing }: CarryOutDeps, { input, settings, tenant, plannedAt }: Work, item: Gathered,
): Promise<ComposedBounce> {
  const { facts, bytes } = item
  return await prepareBounce({
    facts, bytes, key, signing, ...speakerOf(settings), now: plannedAt,
    to: facts.returnPath.kind === 'address' ? facts.returnPath.address : '',
    recipient: recipientOf(item), id: makeBounceId(key, tenant, facts.originalKey),
    messageBytesMax: settings.messageBytesMax,
    wording: {
      reason: input.wording.reason ?? settings.reason,
      language: input.wording.language ?? settings.language,
      headersOnly: input.wording.headersOnly ?? settings.headersOnly,
    },
  })
}

async function completeFacts(
  { store, now }: CarryOutDeps, { tenant, ownDomains }: Work, item: Gathered, history: History,
): Promise<BounceFacts> {
  const { facts, authentication, ownAddresses } = item
  const path = facts.returnPath.kind === 'address' ? facts.returnPath.address : undefined
  return {
    ...facts, authentication, history, ownAddresses, now: now(),
    ownDomains: [...ownDomains, ...ownAddresses.map(domainOf)],
    refusedBy: path === undefined ? undefined : await findRefusedBy(store, tenant, path),
  }
}

function questionOf({ facts }: Gathered): Question {
  const recipient = facts.returnPath.kind === 'address' ? facts.returnPath.address : ''
  return {
    kind: 'bounce', originalKey: facts.originalKey, recipient: recipient.toLowerCase(),
    domain: domainOf(recipient),
  }
}

function describe(
  { key, facts: { message } }: Gathered,
): Pick<BounceRow, 'key' | 'subject' | 'author'> {
  return {
    key, subject: safeLine(message.headerText('subject') ?? '', SHOWN_CHARS_MAX),
    author: safeLine(message.headerText('from') ?? '', SHOWN_CHARS_MAX),
  }
}

function withoutBytes({ bytes: _bytes, ...bounce }: ComposedBounce): Omit<ComposedBounce, 'bytes'> {
  return bounce
}

function withoutBounce({ bounce: _bounce, ...row }: BounceRow): BounceRow {
  return row
}
