// Who is measured: the machine's limit, the engine, and MIME parsers that applications use today.

import { finished } from 'node:stream/promises'
import { Splitter } from '@zone-eu/mailsplit'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { createClassifier } from '../packages/core/src/classify/classify.ts'
import { createEngine, type ReplyInput } from '../packages/core/src/index.ts'
import { KNOWLEDGE } from '../packages/core/src/knowledge.ts'
import { parseMessage } from '../packages/core/src/message/parse.ts'
import type { MessagePart } from '../packages/core/src/message/types.ts'
import { MODEL } from '../packages/core/src/rules/model.ts'
import type { Contestant } from './rounds.ts'

const remembering = createEngine()
/** Rounds read the same items again: only without memory is each of them judged each time. */
const engine = createEngine({
  classifier: createClassifier({ ...KNOWLEDGE, model: MODEL }, 0),
})
const latin1 = new TextDecoder('latin1')
/** What loops count, so that no compiler can leave them out. */
let counted = 0

export const MESSAGE_READERS: readonly Contestant<Uint8Array>[] = [
  { name: 'limit: decode as latin1, find lines', run: (items) => { items.forEach(scanLines) } },
  { name: 'carom: structure of all parts', run: (items) => { items.forEach(readStructure) } },
  { name: 'carom: bytes to events', goal: 40_000, run: (items) => { items.forEach(readEvents) } },
  { name: 'mailsplit: parts, nothing decoded', run: (items) => inTurn(items, splitMessage) },
  { name: 'postal-mime: parts, decoded', run: (items) => inTurn(items, parsePostal) },
  { name: 'mailparser: parts, decoded', run: (items) => inTurn(items, parseMail) },
]

export const REPLY_READERS: readonly Contestant<ReplyInput>[] = [
  { name: 'limit: every character once', run: (items) => { items.forEach(scanText) } },
  { name: 'carom: reply to verdict, new to it', goal: 300_000, run: (items) => { for (const item of items) engine.classify(item) } },
  { name: 'carom: reply to verdict, seen before', run: (items) => { for (const item of items) remembering.classify(item) } },
]

export const EXACT_READERS: readonly Contestant<ReplyInput>[] = [
  { name: 'limit: every character once', run: (items) => { items.forEach(scanText) } },
  { name: 'carom: reply to verdict, new to it', goal: 600_000, run: (items) => { for (const item of items) engine.classify(item) } },
]

/** A fixed sentence or a receiver's own rule decides, no weighing of words. */
export function isExact(input: ReplyInput): boolean {
  const [{ rule, part } = { rule: '', part: '' }] = engine.classify(input).because
  return part === 'reply' && !/^(?:grammar|model)\//.test(rule)
}

function readEvents(bytes: Uint8Array): void {
  counted += engine.readMessage(bytes).events.length
}

function readStructure(bytes: Uint8Array): void {
  countParts(parseMessage(bytes))
}

function countParts(part: MessagePart): void {
  counted += part.type.length
  for (const inner of part.parts) countParts(inner)
}

function scanLines(bytes: Uint8Array): void {
  const text = latin1.decode(bytes)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counted++
}

function scanText({ text }: ReplyInput): void {
  for (let i = 0; i < text.length; i++) counted += text.charCodeAt(i)
}

async function inTurn(
  items: readonly Uint8Array[], read: (bytes: Uint8Array) => Promise<unknown>,
): Promise<void> {
  for (const bytes of items) await read(bytes)
}

function parsePostal(bytes: Uint8Array): Promise<unknown> {
  return PostalMime.parse(bytes)
}

function parseMail(bytes: Uint8Array): Promise<unknown> {
  return simpleParser(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

async function splitMessage(bytes: Uint8Array): Promise<void> {
  const splitter = new Splitter()
  splitter.on('data', () => { counted++ })
  splitter.end(bytes)
  await finished(splitter)
}
