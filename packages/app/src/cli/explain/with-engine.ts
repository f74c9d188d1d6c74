// Explanations that need the engine: whole replies, and the bounces in a file or on standard input.

import { readFileSync, statSync } from 'node:fs'
import {
  createEngine, explainReply, MESSAGE_BYTES_MAX, reasonFact,
  type CaromEvent, type Engine, type EventSource, type ReplyExplanation,
} from '@carom/core'
import { UsageError, type Arguments, type Io } from '../command.ts'
import { describeError } from '../input/failure.ts'
import { looksLikeMail, readKind } from '../input/kind.ts'
import { printable } from '../output/terminal-text.ts'
import { formatReply } from './format-reply.ts'
import { joinSections, labelled, layoutOf, paragraph, type Layout } from './page.ts'

/** Recipients of one bounce that are explained; a list has the rest. */
const RECIPIENTS_SHOWN_MAX = 20
/** A text on standard input longer than this is no reply. */
const REPLY_BYTES_MAX = 4_096

/** Of a word that is not known, so much is said again. */
const WORD_CHARS_MAX = 100

/** What looks like the path of a mail, whether it is there or not. */
const PATH_LIKE = /^(?:\.{0,2}|~)\/|\.(?:eml|mbox|msg|txt)$/i

/** An event and its reply in plain words. */
type ExplainedEvent = { readonly event: CaromEvent; readonly explanation?: ReplyExplanation }

export async function explainText(text: string, args: Arguments, io: Io): Promise<number> {
  const reading = createEngine().explain({ text })
  const isNothing = reading.concepts.length === 0 && reading.verdict.because.length === 0
    && reading.verdict.reason === 'unknown'
  if (isNothing && !/\s/.test(text.trim())) {
    const shown = text.length > WORD_CHARS_MAX ? `${text.slice(0, WORD_CHARS_MAX)}…` : text
    return await fail(`nothing is known of '${printable(shown)}': it is no code, no mark of a `
      + 'receiver, no label of a platform, no block list, no reason and no file here. '
      + 'Give a whole reply in quotes.', io)
  }
  const explanation = explainReply(text, reading)
  await io.stdout.write(args.has('json') ? toJson(explanation)
    : formatReply(explanation, layoutOf(io)))
  return explanation.verdict.reason === 'unknown' ? 1 : 0
}

/** Explains the bounce in a file; undefined where the word names none and looks like none. */
export async function explainFile(
  path: string, args: Arguments, io: Io,
): Promise<number | undefined> {
  const read = readFileIfAny(path)
  if (read === undefined) return undefined
  if (typeof read === 'string') return await fail(`${printable(path)}: ${read}`, io)
  return await explainBytes(read, { type: 'file', file: path }, args, io)
}

/** Several words of which each names a file, or looks as if it should. */
export function namesFiles(words: readonly string[]): boolean {
  return words.length > 1 && words.every((word) => PATH_LIKE.test(word) || isFile(word))
}

/** Explains the bounces of several files, each under its name. */
export async function explainFiles(
  paths: readonly string[], args: Arguments, io: Io,
): Promise<number> {
  if (args.has('json')) {
    throw new UsageError('--json takes one file', 'carom parse reads any number of them.')
  }
  const { style } = layoutOf(io)
  let worst = 0
  for (const [i, path] of paths.entries()) {
    await io.stdout.write(`${i === 0 ? '' : '\n'}${style.bold(`== ${printable(path)}`)}\n\n`)
    worst = Math.max(worst, await explainFile(path, args, io) ?? 1)
  }
  return worst
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

export async function explainStream(args: Arguments, io: Io): Promise<number> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of io.stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MESSAGE_BYTES_MAX) break
  }
  return await explainBytes(Buffer.concat(chunks), { type: 'bytes' }, args, io)
}

async function explainBytes(
  bytes: Buffer, source: EventSource, args: Arguments, io: Io,
): Promise<number> {
  const name = source.type === 'file' ? printable(source.file) : 'standard input'
  const kind = readKind(bytes)
  if (kind.kind === 'gzip') {
    throw new UsageError(`${name} is packed`, 'Unpack it with `zcat` first.')
  }
  if (kind.kind === 'foreign') throw new UsageError(`${name} ${kind.advice}`)
  if (!looksLikeMail(bytes) && bytes.length <= REPLY_BYTES_MAX) {
    const text = bytes.toString('utf8').trim()
    if (text === '') return await fail(`${name}: it is empty`, io)
    return await explainText(text, args, io)
  }
  const engine = createEngine()
  const { events } = engine.readMessage(bytes, source)
  const explained = events.map((event) => explainEvent(engine, event))
  if (args.has('json')) {
    await io.stdout.write(toJson({ kind: 'message', source, events: explained }))
  } else if (events.length > 0) await io.stdout.write(formatEvents(explained, layoutOf(io)))
  if (events.length > 0 && kind.kind === 'mbox') await noteMbox(name, io)
  if (events.length > 0) return 0
  const more = kind.kind === 'mbox'
    ? ' Only the first message was read; carom parse reads them all.' : ''
  return await fail(`${name} holds no bounce.${more}`, io)
}

async function noteMbox(name: string, io: Io): Promise<void> {
  await io.stderr.write(
    `carom explain: ${name} is an mbox: this is its first message; carom parse reads them all.\n`)
}

async function fail(message: string, io: Io): Promise<number> {
  await io.stderr.write(`carom explain: ${message}\n`)
  return 1
}

/** The bytes of the file, or why they cannot be read; undefined for a word that names no file. */
function readFileIfAny(path: string): Buffer | string | undefined {
  const looksLikePath = PATH_LIKE.test(path)
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) {
      throw new UsageError(`${printable(path)} is a folder`, 'carom parse reads folders.')
    }
    return readFileSync(path).subarray(0, MESSAGE_BYTES_MAX)
  } catch (error) {
    if (error instanceof UsageError) throw error
    if (!looksLikePath) return undefined
    return describeError(error as NodeJS.ErrnoException)
  }
}

function explainEvent(engine: Engine, event: CaromEvent): ExplainedEvent {
  const { diagnostic, replyCode, enhancedCode, command, remoteMta, kind } = event
  if (diagnostic === undefined || kind !== 'failed') return { event }
  const reading = engine.explain({
    text: diagnostic, replyCode, enhancedCode, command, host: remoteMta,
  })
  return { event, explanation: explainReply(diagnostic, reading) }
}

function formatEvents(explained: readonly ExplainedEvent[], layout: Layout): string {
  const shown = explained.slice(0, RECIPIENTS_SHOWN_MAX)
  const rest = explained.length - shown.length
  const more = rest <= 0 ? [] : [paragraph(`${rest} more; carom parse lists them all.`, layout)]
  // Several recipients of one bounce share most of their reasons: labels would drown the rest.
  const hasPlatforms = explained.length === 1
  return joinSections([...shown.map((row) => formatEvent(row, hasPlatforms, layout)), ...more])
}

function formatEvent(
  { event, explanation }: ExplainedEvent, hasPlatforms: boolean, layout: Layout,
): string {
  const { recipient, kind, reporter, reportingMta, occurredAt, original } = event
  const head = `${layout.style.bold(printable(recipient ?? 'no address'))}  ${kind}\n`
  const facts = [
    ['Reported by', [reportingMta, reporter === undefined ? undefined : `(${reporter})`]
      .filter((part) => part !== undefined).join(' ')],
    ['Refused by', event.remoteMta ?? ''],
    ['When', occurredAt ?? ''],
    ['Message', original?.subject ?? ''],
  ].map(([label = '', text = '']) => text === '' ? '' : labelled(label, text, layout))
  const { title, meaning, advice } = reasonFact(event.reason)
  const body = explanation === undefined
    ? paragraph(`${title}: ${meaning} ${advice}`, layout)
    : formatReply(explanation, layout, hasPlatforms)
  return joinSections([head, facts.join(''), body])
}

function toJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`
}
