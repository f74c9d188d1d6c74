// Reads bounces without a machine part: recognises that a message is one, whose software wrote it,
// who did not get the mail, and what was said about each.

import type { ReporterRules } from '../../rules/reporters/types.ts'
import { findAddresses, isMailAddress } from '../addresses.ts'
import type { Letter } from '../letter.ts'
import {
  readOriginal,
  readReturnedPart,
  readReturnedText,
  readSoleRecipient,
  readTracedRecipient,
  type HeaderReader,
} from '../original.ts'
import { isFromMailSystem } from '../mail-system.ts'
import { attachedMessages, returnedPart } from '../parts.ts'
import type { EventKind, RecipientReport, Report } from '../types.ts'
import { loneStranger, type HumanContext } from './choose.ts'
import { readHumanPart, type HumanRecipient } from './human.ts'
import { localNames } from './failure-list.ts'
import { returnedHeadersStart } from './header-lines.ts'
import { kindOfReport, mayBeReport, weighOutside } from './recognise.ts'
import { surroundingsOf, withReason } from './reply-text.ts'
import { findReporter } from './reporter.ts'
import type { HumanText } from './scan.ts'
import { statedReason } from './stated-reason.ts'
import { CAUSE, FAILED, OWN_MAILBOX, QUOTED, REPLY } from './wording.ts'

/**
 * The report; undefined where the message is none. `wanted`: further fields of the returned
 * message.
 */
export function readPlain(letter: Letter, wanted: readonly string[]): Report | undefined {
  const outside = weighOutside(letter)
  if (!mayBeReport(outside)) return undefined
  const human = letter.human.scanned
  const reporter = findReporter(letter, outside.isMailSystem)
  const kind = kindOfReport(letter, outside, reporter) ?? kindInAnyLanguage(letter)
  if (kind === undefined) return undefined
  const returned = returnedHeaders(letter, human)
  const context = makeContext(letter, returned, reporter)
  const unnamed: Unnamed = { human, context, returned, kind, inSubject: outside.subject }
  const recipients = namedRecipients(letter, unnamed) ?? unnamedRecipients(letter, unnamed)
  if (recipients === undefined) return undefined
  const original = returned === undefined ? undefined : readOriginal(returned, wanted)
  if (recipients.length === 1) addSurroundings(recipients[0] as RecipientReport, human)
  const isNamed = recipients[0]?.finalRecipient !== undefined
  return {
    format: 'plain',
    ...(reporter !== undefined && { reporter: reporter.id }),
    recipients,
    ...(original !== undefined && { original }),
    problems: isNamed ? [] : [MISSING],
  }
}

/**
 * A message that no reader knows, as a report of `kind` all the same: somebody says that it is one
 * who knows its words. It is about those whom it names, and all that it says stands for each.
 */
export function readAsTold(letter: Letter, wanted: readonly string[], kind: EventKind): Report {
  const human = letter.human.scanned
  const returned = returnedHeaders(letter, human)
  const context = makeContext(letter, returned, undefined)
  const named = namedRecipients(letter, { human, context, returned, kind, inSubject: 0 })
  const finalRecipient = loneStranger(human, context, true) ?? addressInSubject(letter, context) ??
    (returned === undefined ? undefined : readSoleRecipient(returned))
  const recipients = named ?? [finalRecipient === undefined ? { kind } : { kind, finalRecipient }]
  const original = returned === undefined ? undefined : readOriginal(returned, wanted)
  return {
    format: 'plain', recipients, ...(original !== undefined && { original }),
    problems: recipients[0]?.finalRecipient === undefined ? [MISSING] : [],
  }
}

const MISSING = 'recipient-missing'

type Unnamed = {
  readonly human: HumanText
  readonly context: HumanContext
  readonly returned: HeaderReader | undefined
  readonly kind: EventKind
  /** Wordings in the subject. */
  readonly inSubject: number
}

/** Whom the letter names, or the text that is attached to it. */
function namedRecipients(letter: Letter, unnamed: Unnamed): RecipientReport[] | undefined {
  const context = { ...unnamed.context, kind: unnamed.kind }
  const named = readHumanPart(unnamed.human, context)
    .filter(({ address }) => !isReader(letter, unnamed, address))
  if (named.length > 0) return named.map(makeRecipient)
  const attached = letter.attached
  if (attached.text === '') return undefined
  const others = readHumanPart(attached.scanned, context)
  return others.length > 0 ? others.map(makeRecipient) : undefined
}

/**
 * `5 messages could not be delivered to you`: whoever is no mail system and returns nothing tells
 * the reader of the reader's own mail, perhaps to lure.
 */
function isReader(letter: Letter, { context, returned }: Unnamed, address: string): boolean {
  if (letter.isFromDaemon || letter.isFromNobody || returned !== undefined) return false
  if (context.reporter !== undefined || (context.failedRecipients ?? []).length > 0) return false
  const readers = findAddresses(letter.message.header('to') ?? '')
  return readers.some((one) => one.toLowerCase() === address.toLowerCase())
}

/** Where the words name nobody: who else it must be, perhaps unknown; undefined for no report. */
function unnamedRecipients(letter: Letter, unnamed: Unnamed): RecipientReport[] | undefined {
  const { human, context, returned, kind } = unnamed
  if (returned === undefined && warnsReader(human, context)) return undefined
  // A filter that wraps a bounce names nobody: the bounce within tells.
  if (attachedMessages(letter.parts).some(isFromMailSystem)) return undefined
  const spoken = reasonOf(letter, unnamed)
  const words = spoken === '' ? {} : { humanText: spoken }
  const addresses = lastResort(letter, human, context, returned)
  if (addresses.length > 0)
    return addresses.map((finalRecipient) => ({ kind, finalRecipient, ...words }))
  // Parcels and payments fail too, and swindlers lure with undelivered mail: only what a mail
  // system sends speaks of a message.
  const isOfMail =
    letter.isFromNobody ||
    context.reporter !== undefined ||
    (letter.isFromDaemon && quotesServer(human))
  return isOfMail || returned !== undefined ? [{ kind, ...words }] : undefined
}

function addSurroundings(recipient: RecipientReport, human: HumanText): void {
  const surroundings = surroundingsOf(human)
  if (surroundings !== '' && surroundings !== recipient.humanText) {
    recipient.surroundings = surroundings
  }
}

/**
 * What a daemon sends from nobody about somebody else is a failure, whatever language it speaks.
 */
function kindInAnyLanguage(letter: Letter): EventKind | undefined {
  if (!letter.isFromDaemon || !letter.isFromNobody) return undefined
  const context = makeContext(letter, undefined, undefined)
  return loneStranger(letter.human.scanned, context) === undefined ? undefined : 'failed'
}

/** What the letter says; its subject where that names a cause and the text says nothing. */
function reasonOf({ subject }: Letter, { human, inSubject }: Unnamed): string {
  const isSilent = !human.hits.some(({ bits }) => (bits & (FAILED | CAUSE | QUOTED | REPLY)) !== 0)
  if (isSilent && (inSubject & (CAUSE | QUOTED)) !== 0) return subject
  return withReason(human, '', human.lines.length)
}

/** `Your mailbox is almost full`: what a server tells its own user, of nobody else. */
function warnsReader({ hits }: HumanText, { failedRecipients }: HumanContext): boolean {
  const isOfAnother = failedRecipients !== undefined && failedRecipients.length > 0
  return !isOfAnother && hits.some(({ bits }) => (bits & OWN_MAILBOX) !== 0)
}

function quotesServer({ hits }: HumanText): boolean {
  return hits.some(({ bits }) => (bits & (QUOTED | REPLY)) !== 0)
}

function returnedHeaders(letter: Letter, human: HumanText): HeaderReader | undefined {
  const part = returnedPart(letter.parts)
  if (part !== undefined) return readReturnedPart(part)
  if (human.end >= human.text.length) return undefined
  return readReturnedText(human.text.slice(returnedHeadersStart(human.text, human.end)))
}

function makeContext(
  { message }: Letter,
  returned: HeaderReader | undefined,
  reporter: ReporterRules | undefined,
): HumanContext {
  const uninvolved: string[] = []
  for (const name of INVOLVED_FIELDS) uninvolved.push(...findAddresses(message.header(name) ?? ''))
  const originalRecipients = RECIPIENT_FIELDS.flatMap((name) =>
    findAddresses(returned?.(name) ?? ''),
  )
  return {
    uninvolved,
    failedRecipients: message
      .headers('x-failed-recipients')
      .flatMap((value) => findAddresses(value))
      .filter(isMailAddress),
    originalRecipients,
    reporter,
  }
}

/** Fields of the report that name who sent it, and to whom. */
const INVOLVED_FIELDS = ['to', 'from', 'sender', 'return-path', 'reply-to'] as const
/** Fields of the returned message that name whom it was for. */
const RECIPIENT_FIELDS = ['to', 'cc', 'delivered-to', 'received'] as const

/** Nobody is named in the words: the header, or the one address the mail can have gone to. */
function lastResort(
  letter: Letter,
  human: HumanText,
  context: HumanContext,
  returned: HeaderReader | undefined,
): string[] {
  if (context.failedRecipients !== undefined && context.failedRecipients.length > 0)
    return [...context.failedRecipients]
  if (returned === undefined) {
    if (!letter.isFromDaemon) return []
    const names = localNames(human)
    if (names.length > 0) return names
    const lone = loneStranger(human, context) ?? addressInSubject(letter, context)
    return lone === undefined ? [] : [lone]
  }
  const sole = readTracedRecipient(returned) ?? readSoleRecipient(returned)
  return sole === undefined ? [] : [sole]
}

/** `Delivery to user@example.org failed`. */
function addressInSubject({ subject }: Letter, context: HumanContext): string | undefined {
  const [named, another] = findAddresses(subject)
  if (another !== undefined || !isMailAddress(named)) return undefined
  return context.uninvolved?.includes(named) === true ? undefined : named
}

function makeRecipient(found: HumanRecipient): RecipientReport {
  const isAlias = found.finalAddress !== undefined
  const reason = statedReason(found.text)
  return {
    kind: found.kind,
    ...(isAlias && { originalRecipient: found.address }),
    finalRecipient: found.finalAddress ?? found.address,
    ...(found.text !== '' && { humanText: found.text }),
    ...(reason !== undefined && { statedReason: reason }),
    ...(found.command !== undefined && { command: found.command }),
    ...(found.remoteMta !== undefined && { remoteMta: found.remoteMta }),
  }
}
