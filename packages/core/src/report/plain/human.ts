// Reads the part of a report that is written for people: which recipients it names, what it says of
// each, and which addresses it only mentions.

import { RECIPIENTS_MAX } from '../../text/limits.ts'
import type { SmtpCommand } from '../../rules/types.ts'
import { readCommand } from '../../smtp/command.ts'
import type { EventKind } from '../types.ts'
import { chooseMentions, type HumanContext } from './choose.ts'
import { headingAbove } from './labels.ts'
import { findMentions, type Mention } from './mentions.ts'
import { readRemoteHost } from './remote-host.ts'
import { textsOf, withReason } from './reply-text.ts'
import { kindsInRows } from './rows.ts'
import type { HumanText } from './scan.ts'
import { DELAYED, FAILED } from './wording.ts'

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
  const kinds = kindsOf(human, mentions, context.kind ?? 'failed')
  const first = mentions[0]?.line ?? 0
  const recipients = new Map<string, HumanRecipient>()
  for (const [i, mention] of mentions.entries()) {
    if (recipients.size >= RECIPIENTS_MAX) break
    const words = withReason(human, texts[i] ?? '', first, mentions.length > 1)
    const kind = kinds[i] as EventKind
    addRecipient(recipients, makeRecipient(kind, mention, words, context))
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
  kind: EventKind,
  mention: Mention,
  words: string,
  context: HumanContext,
): HumanRecipient {
  const address = completeAddress(mention.alias ?? mention.address, context)
  const final = completeAddress(mention.address, context)
  const command = readCommand(words)
  const remoteMta = readRemoteHost(words)
  return {
    kind,
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

/**
 * The kind of each recipient: that of the report, unless rows or the headings above tell recipients
 * apart.
 */
function kindsOf(human: HumanText, mentions: readonly Mention[], whole: EventKind): EventKind[] {
  const headings = mentions.map(({ from }) => headingAbove(human, from))
  const rows = kindsInRows(human, mentions)
  const isOfFailures = headings.some(isFailure)
  const isMixed =
    isOfFailures && headings.some((bits) => (bits & DELAYED) !== 0 && !isFailure(bits))
  return headings.map((bits, i) => {
    const row = rows?.[i]
    if (row !== undefined) return row
    if (isFailure(bits)) return isMixed ? 'failed' : whole
    if (bits === 0 || (whole !== 'failed' && !isMixed)) return whole
    if ((bits & DELAYED) !== 0) return 'delayed'
    // `konnte nicht an … zugestellt werden`: what sounds so in a failure alone is none.
    return isOfFailures ? 'delivered' : whole
  })
}

function isFailure(heading: number): boolean {
  return (heading & FAILED) !== 0
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
