// Fills what a delivery status leaves out (addresses, kinds, which words are about whom) from the
// human part, the report's own header and the returned message, and drops repeated recipients.

import { findAddresses, isMailAddress } from '../addresses.ts'
import { readCommand } from '../../smtp/command.ts'
import { decodeXtext } from '../../smtp/xtext.ts'
import type { Letter } from '../letter.ts'
import { asksSender } from '../notice.ts'
import { readSoleRecipient } from '../original.ts'
import { readSpoken } from '../plain/human.ts'
import { withReason } from '../plain/reply-text.ts'
import { isDelayNotice } from '../plain/recognise.ts'
import type { RecipientReport, Report } from '../types.ts'
import type { DsnReading } from './parse.ts'
import { findEntry } from './entry.ts'
import { readAddressList } from './recipient.ts'
import { wholeReply } from './whole-reply.ts'

/** Reads the human part alone, for reports whose machine part does not name the recipients. */
export type HumanReader = () => Report | undefined

/** Completes the report in place. */
export function completeDsn(letter: Letter, reading: DsnReading, readHuman: HumanReader): void {
  const { report } = reading
  if (report.recipients.length === 0) adoptRecipients(letter, reading, readHuman)
  else if (report.recipients.some(lacksAddress)) addAddresses(letter, reading, readHuman)
  decodeNamed(reading)
  correctKinds(letter, reading)
  report.recipients = mergeRepeated(report.recipients)
  addHumanText(reading)
}

function lacksAddress(recipient: RecipientReport): boolean {
  return recipient.originalRecipient === undefined && !isMailAddress(recipient.finalRecipient)
}

// The machine part has no recipient group at all: whoever the human part, the header or the
// returned message names is the recipient; the report is about a failure unless it speaks of a
// delay.
function adoptRecipients(letter: Letter, reading: DsnReading, readHuman: HumanReader): void {
  const { report } = reading
  const human = readHuman()
  if (human !== undefined && human.recipients.length > 0) {
    report.recipients = human.recipients
    return
  }
  const addresses = namedAddresses(letter, reading)
  report.recipients =
    addresses.length === 0
      ? [{ kind: 'failed' }]
      : addresses.map((finalRecipient) => ({ kind: 'failed', finalRecipient }))
  if (isDelayNotice(letter.subject, reading.human.scanned))
    for (const recipient of report.recipients) recipient.kind = 'delayed'
}

function namedAddresses({ message }: Letter, { returned }: DsnReading): string[] {
  const listed = readAddressList(ADDRESS_HEADERS.flatMap((name) => message.headers(name)))
  if (listed.length > 0) return listed
  const sole = returned === undefined ? undefined : readSoleRecipient(returned)
  return sole === undefined ? [] : [sole]
}

/** Fields of the report's own header that name who could not be reached. */
const ADDRESS_HEADERS = ['x-failed-recipients', 'final-recipient', 'original-recipient'] as const

// Local users, X.400 names, pipes and redactions: the address the sender wrote is looked for where
// it is surest, and given to the recipients that lack one only if the numbers fit.
function addAddresses(letter: Letter, reading: DsnReading, readHuman: HumanReader): void {
  const { report } = reading
  for (const recipient of report.recipients) {
    const named = lacksAddress(recipient)
      ? addressFromWords(recipient, reading.human.text)
      : undefined
    if (named !== undefined) recipient.originalRecipient = named
  }
  for (const source of [() => namedAddresses(letter, reading), () => addressesOf(readHuman())]) {
    const lacking = report.recipients.filter(lacksAddress)
    if (lacking.length === 0) return
    const known = new Set(addressesOf(report).map((address) => address.toLowerCase()))
    const fresh = source().filter((address) => !known.has(address.toLowerCase()))
    if (fresh.length === lacking.length) {
      lacking.forEach((recipient, i) => {
        recipient.originalRecipient = fresh[i] as string
      })
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

/** `user+2Btag`: decoded where the human part names the address so (RFC 3461 §4.2). */
function decodeNamed({ report, human }: DsnReading): void {
  for (const recipient of report.recipients) {
    const original = recipient.originalRecipient ?? ''
    const decoded = original.includes('+') ? decodeXtext(original) : undefined
    if (decoded === undefined || decoded === original) continue
    if (human.text.includes(decoded) && !human.text.includes(original))
      recipient.originalRecipient = decoded
  }
}

// Without an Action a status of class 4 may stand for a delay: the words decide.
function correctKinds(letter: Letter, reading: DsnReading): void {
  const { report } = reading
  if (report.recipients.every(isHeld) && asksSender(letter)) {
    for (const recipient of report.recipients) recipient.kind = 'challenge'
    return
  }
  if (
    !report.problems.includes('action-missing') ||
    !isDelayNotice(letter.subject, reading.human.scanned)
  )
    return
  for (const recipient of report.recipients) {
    const isOpen = recipient.status === undefined || recipient.status.startsWith('4')
    if (recipient.kind === 'failed' && isOpen) recipient.kind = 'delayed'
  }
}

/** Given back for now, and no server's reply is the cause: the mail waits for something else. */
function isHeld({ kind, status, diagnosticCode }: RecipientReport): boolean {
  if (kind !== 'failed' || status?.startsWith('4') !== true) return false
  return diagnosticCode !== undefined && diagnosticCode.type !== 'smtp'
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

/** Letters of any script: the machine part has words of its own. */
const WORDS = /[A-Za-z]{3}|[^\u0000-\u007f]{2}/

function addHumanText({ report, human }: DsnReading): void {
  if (human.text === '') return
  for (const { diagnosticCode } of report.recipients) {
    if (diagnosticCode !== undefined)
      diagnosticCode.text = wholeReply(diagnosticCode.text, human.text)
  }
  if (addEntries(report.recipients, human.text)) return
  const words = human.scanned
  const { recipients } = report
  const spoken = readSpoken(words, recipients.map(addressesOfOne))
  for (const [i, recipient] of recipients.entries()) {
    const { text: own, alias } = spoken[i] ?? NOTHING_SPOKEN
    // With one recipient all of the text is about it, named or not.
    const isWanted = recipients.length === 1 && !hasOwnWords(recipient)
    addSpoken(recipient, isWanted ? withReason(words, own, words.lines.length) : own)
    // Exim, Postfix and others name the address that was written where an alias led elsewhere.
    const isAlias = alias !== undefined && alias !== recipient.finalRecipient
    if (isAlias && isMailAddress(alias)) recipient.originalRecipient ??= alias
  }
}

const NOTHING_SPOKEN = { text: '', alias: undefined }

/**
 * True where each recipient has words of its own and opens a paragraph that needs no closer look.
 */
function addEntries(recipients: readonly RecipientReport[], text: string): boolean {
  if (!recipients.every(hasOwnWords) || recipients.length > ENTRIES_MAX) return false
  const entries = recipients.map((recipient) => findEntry(text, addressesOfOne(recipient)))
  if (entries.includes(undefined)) return false
  for (const [i, recipient] of recipients.entries()) addSpoken(recipient, entries[i] as string)
  return true
}

/** Each one means a search through the text. */
const ENTRIES_MAX = 10

function hasOwnWords({ diagnosticCode }: RecipientReport): boolean {
  return diagnosticCode !== undefined && WORDS.test(diagnosticCode.text)
}

function addressesOfOne({ finalRecipient, originalRecipient }: RecipientReport): string[] {
  return [finalRecipient, originalRecipient].filter((one) => one !== undefined)
}

function addSpoken(recipient: RecipientReport, text: string): void {
  if (text !== '') recipient.humanText ??= text
  const command = recipient.command ?? readCommand(text)
  if (command !== undefined) recipient.command = command
}
