// Reads bounces without a machine part: recognises that a message is one, whose software wrote it,
// who did not get the mail, and what was said about each.

import type { Message, MessagePart } from '../../message/types.ts'
import type { ReporterRules } from '../../rules/reporters/types.ts'
import { findAddresses, isMailAddress } from '../addresses.ts'
import { readHumanText } from '../human-text.ts'
import {
  readOriginal, readReturnedPart, readReturnedText, readSoleRecipient, type HeaderReader,
} from '../original.ts'
import { findReturned } from '../parts.ts'
import type { EventKind, RecipientReport, Report } from '../types.ts'
import { readPrepared, type HumanContext, type HumanRecipient } from './human.ts'
import { prepareHuman, type HumanText } from './mentions.ts'
import { originalStart, returnedHeadersStart } from './original-start.ts'
import { isReport, weighSigns } from './recognise.ts'
import { findReporter } from './reporter.ts'

/** Id of the software family that wrote a report of any kind; undefined where it is not known. */
export function reporterOf(message: MessagePart, text?: string): string | undefined {
  return findReporter(message as Message, text ?? readHumanText(message, undefined))?.id
}

/** The report; undefined where the message is none. */
export function readPlain(message: MessagePart, shown?: string): Report | undefined {
  const text = shown ?? readHumanText(message, undefined)
  const human = prepareHuman(text, originalStart(text))
  const reporter = findReporter(message as Message, text.slice(0, human.end))
  const signs = weighSigns(message, human, reporter)
  if (!isReport(signs)) return undefined
  const returned = returnedHeaders(message, human)
  const context = makeContext(message, returned, reporter)
  const found = readPrepared(human, { ...context, kind: signs.kind })
  const recipients =
    found.length > 0
      ? found.map(makeRecipient)
      : lastResort(context, returned).map((finalRecipient) => ({
          ...makeUnnamed(signs.kind, human), finalRecipient,
        }))
  const original = returned === undefined ? undefined : readOriginal(returned, [])
  return {
    format: 'plain',
    ...(reporter !== undefined && { reporter: reporter.id }),
    recipients: recipients.length > 0 ? recipients : [makeUnnamed(signs.kind, human)],
    ...(original !== undefined && { original }),
    humanText: text.slice(0, human.end).trim(),
    problems: recipients.length > 0 ? [] : ['recipient-missing'],
  }
}

/** A recipient whom the words do not name: all of them are about it, where there are any. */
function makeUnnamed(kind: EventKind, human: HumanText): RecipientReport {
  const humanText = human.text.slice(0, Math.min(human.end, 4_000)).replace(/\s+/g, ' ').trim()
  return { kind, ...(humanText !== '' && { humanText }) }
}

function returnedHeaders(message: MessagePart, human: HumanText): HeaderReader | undefined {
  const part = findReturned(message)
  if (part !== undefined) return readReturnedPart(part)
  if (human.end >= human.text.length) return undefined
  return readReturnedText(human.text.slice(returnedHeadersStart(human.text, human.end)))
}

function makeContext(
  message: MessagePart,
  returned: HeaderReader | undefined,
  reporter: ReporterRules | undefined,
): HumanContext {
  const uninvolved: string[] = []
  for (const name of ['to', 'from', 'sender', 'return-path', 'reply-to']) {
    uninvolved.push(...findAddresses(message.header(name) ?? ''))
  }
  const originalRecipients = ['to', 'cc', 'delivered-to', 'received'].flatMap((name) =>
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

/** Nobody is named in the words: the header, or the one address the mail can have gone to. */
function lastResort(context: HumanContext, returned: HeaderReader | undefined): string[] {
  if (context.failedRecipients !== undefined && context.failedRecipients.length > 0) {
    return [...context.failedRecipients]
  }
  if (returned === undefined) return []
  const envelope = /\bfor\s+<([^<>\s]{1,320})>/.exec(returned('received') ?? '')?.[1]
  if (envelope !== undefined && isMailAddress(envelope)) return [envelope]
  const sole = readSoleRecipient(returned)
  return sole === undefined ? [] : [sole]
}

function makeRecipient(found: HumanRecipient): RecipientReport {
  const isAlias = found.finalAddress !== undefined
  return {
    kind: found.kind,
    ...(isAlias && { originalRecipient: found.address }),
    finalRecipient: found.finalAddress ?? found.address,
    ...(found.text !== '' && { humanText: found.text }),
    ...(found.command !== undefined && { command: found.command }),
    ...(found.remoteMta !== undefined && { remoteMta: found.remoteMta }),
  }
}
