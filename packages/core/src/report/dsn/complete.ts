// Fills what a delivery status leaves out (addresses, kinds, which words are about whom) from the
// human part, the report's own header and the returned message, and drops repeated recipients.

import type { MessagePart } from '../../message/types.ts'
import { ALIAS_WORDS } from '../../rules/reporters/dialog.ts'
import { findAddresses, isMailAddress } from '../addresses.ts'
import { readCommand } from '../../smtp/command.ts'
import { linkHumanText } from '../human-text.ts'
import { saysDelayed } from '../notice.ts'
import { readSoleRecipient } from '../original.ts'
import type { RecipientReport, Report } from '../types.ts'
import type { DsnReading } from './parse.ts'
import { readAddressList } from './recipient.ts'

/** Reads the human part alone, for reports whose machine part does not name the recipients. */
export type HumanReader = () => Report | undefined

/** Completes the report in place. */
export function completeDsn(
  message: MessagePart, reading: DsnReading, readHuman: HumanReader,
): void {
  const { report } = reading
  if (report.recipients.length === 0) adoptRecipients(message, reading, readHuman)
  else if (report.recipients.some(lacksAddress)) addAddresses(message, reading, readHuman)
  correctKinds(message, report)
  report.recipients = mergeRepeated(report.recipients)
  addHumanText(report)
}

function lacksAddress(recipient: RecipientReport): boolean {
  return recipient.originalRecipient === undefined && !isMailAddress(recipient.finalRecipient)
}

// The machine part has no recipient group at all: whoever the human part, the header or the
// returned message names is the recipient; the report is about a failure unless it speaks of a
// delay.
function adoptRecipients(message: MessagePart, reading: DsnReading, readHuman: HumanReader): void {
  const { report } = reading
  const human = readHuman()
  if (human !== undefined && human.recipients.length > 0) {
    report.recipients = human.recipients
    return
  }
  const addresses = namedAddresses(message, reading)
  report.recipients = addresses.length === 0
    ? [{ kind: 'failed' }]
    : addresses.map((finalRecipient) => ({ kind: 'failed', finalRecipient }))
  for (const recipient of report.recipients) delayIfSaid(message, report, recipient)
}

function namedAddresses(message: MessagePart, { returned }: DsnReading): string[] {
  const listed = readAddressList(ADDRESS_HEADERS.flatMap((name) => message.headers(name)))
  if (listed.length > 0) return listed
  const sole = returned === undefined ? undefined : readSoleRecipient(returned)
  return sole === undefined ? [] : [sole]
}

/** Fields of the report's own header that name who could not be reached. */
const ADDRESS_HEADERS = ['x-failed-recipients', 'final-recipient', 'original-recipient'] as const

// Local users, X.400 names, pipes and redactions: the address the sender wrote is looked for where
// it is surest, and given to the recipients that lack one only if the numbers fit.
function addAddresses(message: MessagePart, reading: DsnReading, readHuman: HumanReader): void {
  const { report } = reading
  for (const recipient of report.recipients) {
    const named = lacksAddress(recipient)
      ? addressFromWords(recipient, report.humanText)
      : undefined
    if (named !== undefined) recipient.originalRecipient = named
  }
  for (const source of [() => namedAddresses(message, reading), () => addressesOf(readHuman())]) {
    const lacking = report.recipients.filter(lacksAddress)
    if (lacking.length === 0) return
    const known = new Set(addressesOf(report).map((address) => address.toLowerCase()))
    const fresh = source().filter((address) => !known.has(address.toLowerCase()))
    if (fresh.length === lacking.length) {
      lacking.forEach((recipient, i) => { recipient.originalRecipient = fresh[i] as string })
    }
  }
}

/** A reply that quotes the address, or an address in the human part with this local part. */
function addressFromWords(recipient: RecipientReport, humanText: string): string | undefined {
  const local = recipient.finalRecipient?.toLowerCase()
  if (local !== undefined && /^[\w.+-]{1,64}$/.test(local)) {
    return findAddresses(humanText).find((address) => address.toLowerCase().startsWith(local + '@'))
  }
  const quoted = findAddresses(recipient.diagnosticCode?.text ?? '').filter(isMailAddress)
  return quoted.length === 1 ? quoted[0] : undefined
}

function addressesOf(report: Report | undefined): string[] {
  const addresses: string[] = []
  for (const { originalRecipient, finalRecipient } of report?.recipients ?? []) {
    const address = originalRecipient ?? finalRecipient
    if (isMailAddress(address)) addresses.push(address)
  }
  return addresses
}

// Without an Action a status of class 4 may stand for a delay: the words decide.
function correctKinds(message: MessagePart, report: Report): void {
  if (!report.problems.includes('action-missing')) return
  for (const recipient of report.recipients) {
    const isOpen = recipient.status === undefined || recipient.status.startsWith('4')
    if (recipient.kind === 'failed' && isOpen) delayIfSaid(message, report, recipient)
  }
}

function delayIfSaid(message: MessagePart, report: Report, recipient: RecipientReport): void {
  const subject = message.headerText('subject') ?? ''
  if (saysDelayed(subject) || saysDelayed(report.humanText)) recipient.kind = 'delayed'
}

/** The same address with the same kind once; the first report of it wins, gaps are filled. */
function mergeRepeated(recipients: readonly RecipientReport[]): RecipientReport[] {
  const merged = new Map<string, RecipientReport>()
  for (const [index, recipient] of recipients.entries()) {
    const address = recipient.originalRecipient ?? recipient.finalRecipient ?? `#${index}`
    const key = `${recipient.kind} ${address.toLowerCase()}`
    const before = merged.get(key)
    if (before === undefined) merged.set(key, recipient)
    else merged.set(key, { ...recipient, ...before })
  }
  return [...merged.values()]
}

function addHumanText(report: Report): void {
  if (report.humanText === '') return
  const texts = linkHumanText(
    report.humanText,
    report.recipients.map((recipient) => ({
      addresses: [recipient.finalRecipient, recipient.originalRecipient].filter(
        (one) => one !== undefined,
      ),
      needsReason: !/[A-Za-z]{3}|[^\u0000-\u007f]{2}/.test(recipient.diagnosticCode?.text ?? ''),
    })),
  )
  report.recipients.forEach((recipient, i) => {
    const text = texts[i]
    if (text === undefined || text === '') return
    recipient.humanText ??= text
    const original = recipient.originalRecipient === undefined ? aliasIn(text) : undefined
    if (original !== undefined && original !== recipient.finalRecipient) {
      recipient.originalRecipient = original
    }
    const command = recipient.command ?? readCommand(text)
    if (command !== undefined) recipient.command = command
  })
}

/**
 * Exim, Postfix and others name the address that was written where an alias led to the failing one.
 */
const ALIAS = /[ :]{1,3}<?([^\s<>(),;:]{1,256}@[^\s<>(),;:]{1,255})/y

function aliasIn(text: string): string | undefined {
  const lower = text.toLowerCase()
  for (const words of ALIAS_WORDS) {
    const at = lower.indexOf(words)
    if (at < 0) continue
    ALIAS.lastIndex = at + words.length
    const address = ALIAS.exec(text)?.[1]
    if (isMailAddress(address)) return address
  }
  return undefined
}
