// Reads the part of a report that is written for people: which recipients it names, what it says of
// each, and which addresses it only mentions.

import type { ReporterRules } from '../../rules/reporters/types.ts'
import { RECIPIENTS_MAX } from '../../text/limits.ts'
import type { SmtpCommand } from '../../rules/types.ts'
import { readCommand } from '../../smtp/command.ts'
import type { EventKind } from '../types.ts'
import { scanAddresses } from './address-scan.ts'
import { readLayouts } from './layouts.ts'
import {
  findMentions,
  hasWord,
  headingAbove,
  IN_HEADER_LABEL,
  IN_SENTENCE,
  NOTHING,
  type Mention,
} from './mentions.ts'
import { readRemoteHost, textsOf, withReason } from './reply-text.ts'
import type { PhraseHit } from './phrases.ts'
import { firstHit, type HumanText } from './scan.ts'
import { ALIAS, DELAYED, DELIVERED, FAILED } from './wording.ts'

/** What is known of the report besides its human part. */
export type HumanContext = {
  /** Addresses that no report of this kind is about: its own sender, and who it was sent to. */
  readonly uninvolved?: readonly string[]
  /** X-Failed-Recipients. */
  readonly failedRecipients?: readonly string[]
  /** Recipients of the returned message: they complete names without a domain. */
  readonly originalRecipients?: readonly string[]
  readonly reporter?: ReporterRules | undefined
  /** What the report as a whole is about; a heading above a recipient may say otherwise. */
  readonly kind?: EventKind
}

export type HumanRecipient = {
  readonly kind: EventKind
  /** As the sender wrote it. */
  readonly address: string
  /** Where an alias led, if somewhere else. */
  readonly finalAddress?: string
  readonly text: string
  readonly command?: SmtpCommand
  readonly remoteMta?: string
}

/** Recipients of a human part, in its order, each once. */
export function readHumanPart(human: HumanText, context: HumanContext): HumanRecipient[] {
  const mentions = chooseMentions(human, context)
  const texts = textsOf(human, mentions)
  const first = mentions[0]?.line ?? 0
  const recipients = new Map<string, HumanRecipient>()
  for (const [i, mention] of mentions.entries()) {
    if (recipients.size >= RECIPIENTS_MAX) break
    const words = withReason(human, texts[i] ?? '', first)
    addRecipient(recipients, makeRecipient(human, mention, words, context))
  }
  return [...recipients.values()]
}

/** What the human part says of a recipient that the machine part names. */
export type Spoken = {
  readonly text: string
  /** The address that was written, where an alias led to the failing one. */
  readonly alias: string | undefined
}

/**
 * What is said of each recipient, given by its addresses; undefined where none of them is named.
 */
export function readSpoken(
  human: HumanText,
  recipients: readonly (readonly string[])[],
): (Spoken | undefined)[] {
  const named = new Map<string, Mention>()
  for (const mention of findMentions(human)) {
    for (const address of [mention.address, mention.alias]) {
      if (address === undefined) continue
      const key = address.toLowerCase()
      const known = named.get(key)
      if (known === undefined || known.rank < mention.rank) named.set(key, mention)
    }
  }
  const mentions = recipients.map((addresses) => {
    for (const address of addresses) {
      const mention = named.get(address.toLowerCase())
      if (mention !== undefined) return mention
    }
    return undefined
  })
  const inOrder = [...new Set(mentions)]
    .filter((one) => one !== undefined)
    .sort((a, b) => a.from - b.from)
  const texts = new Map(textsOf(human, inOrder).map((text, i) => [inOrder[i], text]))
  return mentions.map((one) => one && { text: texts.get(one) ?? '', alias: one.alias })
}

function makeRecipient(
  human: HumanText,
  mention: Mention,
  words: string,
  context: HumanContext,
): HumanRecipient {
  const address = completeAddress(mention.alias ?? mention.address, context)
  const final = completeAddress(mention.address, context)
  const command = readCommand(words)
  const remoteMta = readRemoteHost(words)
  return {
    kind: kindOf(human, mention, context),
    address,
    ...(mention.alias !== undefined && final !== address && { finalAddress: final }),
    text: words,
    ...(command !== undefined && { command }),
    ...(remoteMta !== undefined && { remoteMta }),
  }
}

function addRecipient(recipients: Map<string, HumanRecipient>, recipient: HumanRecipient): void {
  const key = recipient.address.toLowerCase()
  const known = recipients.get(key)
  // Mail.Ru says everything twice; the longer words are kept.
  if (known === undefined || (known.text === '' && recipient.text !== ''))
    recipients.set(key, recipient)
}

function kindOf(human: HumanText, mention: Mention, context: HumanContext): EventKind {
  const whole = context.kind ?? 'failed'
  const heading = headingAbove(human, mention.from)
  if ((heading & FAILED) !== 0 || heading === 0) return whole
  if ((heading & DELIVERED) !== 0 && (heading & DELAYED) === 0)
    return whole === 'failed' ? 'delivered' : whole
  return (heading & DELAYED) !== 0 && whole === 'failed' ? 'delayed' : whole
}

/** Names without a domain get the one that the header or the returned message knows. */
function completeAddress(name: string, context: HumanContext): string {
  if (name.includes('@')) return name
  const lower = name.toLowerCase() + '@'
  for (const known of [
    ...(context.failedRecipients ?? []),
    ...(context.originalRecipients ?? []),
  ]) {
    if (known.toLowerCase().startsWith(lower)) return known
  }
  const domain = context.reporter?.localDomain
  return domain === undefined ? name : `${name}@${domain}`
}

function chooseMentions(human: HumanText, context: HumanContext): Mention[] {
  const layouts = context.reporter?.layouts
  const placed = layouts === undefined ? [] : withAliases(human, readLayouts(human, layouts))
  if (placed.length > 0) return inOrder(placed)
  return chooseRanked(findMentions(human), context)
}

/** The address that a recipient was made from stands beside it or in the lines below. */
function withAliases(human: HumanText, placed: readonly Mention[]): readonly Mention[] {
  if (!human.hits.some(({ bits }) => (bits & ALIAS) !== 0)) return placed
  return placed.map((mention, i) => {
    const alias = mention.alias ?? aliasBetween(human, mention.to, placed[i + 1]?.from ?? human.end)
    return alias === undefined || alias === mention.address ? mention : { ...mention, alias }
  })
}

/** `generated by` and its like, and the address after it. */
function aliasBetween({ text, hits }: HumanText, from: number, to: number): string | undefined {
  for (let i = firstHit(hits, from); i < hits.length; i++) {
    const hit = hits[i] as PhraseHit
    if (hit.from >= to) return undefined
    if ((hit.bits & ALIAS) === 0) continue
    const [span] = scanAddresses(text, hit.to, Math.min(to, hit.to + ALIAS_CHARS_MAX))
    if (span !== undefined && !hasWord(text, hit.to, span.from)) return span.address
  }
  return undefined
}

/** Characters after such words in which the address must stand. */
const ALIAS_CHARS_MAX = 400

/** The best rank that any address has decides; who sent the report or received it comes last. */
function chooseRanked(mentions: readonly Mention[], context: HumanContext): Mention[] {
  const uninvolved = new Set((context.uninvolved ?? []).map((one) => one.toLowerCase()))
  const failed = new Set((context.failedRecipients ?? []).map((one) => one.toLowerCase()))
  const named = mentions.filter((one) => failed.has(one.address.toLowerCase()))
  if (named.length > 0) return inOrder(named)
  const strangers = mentions.filter(
    (one) => !uninvolved.has(one.address.toLowerCase()) && !isOffice(one.address),
  )
  return best(strangers) ?? best(mentions.filter((one) => one.rank >= IN_SENTENCE)) ?? []
}

function best(mentions: readonly Mention[]): Mention[] | undefined {
  const rank = Math.max(NOTHING, ...mentions.slice(0, RECIPIENTS_MAX).map((one) => one.rank))
  if (rank <= IN_HEADER_LABEL && rank !== IN_HEADER_LABEL) return undefined
  const chosen = mentions.filter((one) => one.rank === rank)
  return chosen.length === 0 ? undefined : inOrder(chosen)
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return [...mentions]
    .sort((a, b) => a.from - b.from)
    .filter(({ address }) => {
      const key = address.toLowerCase()
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}

/** Where people are told to write to; failing only if nobody else is named. */
const OFFICES: ReadonlySet<string> = new Set([
  'postmaster',
  'mailer-daemon',
  'abuse',
  'support',
  'helpdesk',
  'admin',
  'administrator',
  'no-reply',
  'noreply',
  'webmaster',
  'hostmaster',
  'info-desk',
  'infodesk',
])

function isOffice(address: string): boolean {
  return OFFICES.has(address.slice(0, address.indexOf('@')).toLowerCase())
}
