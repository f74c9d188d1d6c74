// From an input to events: reads and judges one input of any kind. Pure; runs in threads.

import { createHash } from 'node:crypto'
import {
  createEngine, isWebhookVendor, readSummary, readWebhook, type CaromEvent, type Engine,
  type EventSource, type OperatorRule,
} from '@carom/core'
import { readGivenReport, readReportMessage } from '../reports/read.ts'
import type { KeptReport } from '../reports/types.ts'
import type { Envelope, InputKind, SourceType } from '../store/types.ts'
import { readGivenEvents } from './given-events.ts'
import { readLogItems, type LoggedDelivery } from './log-items.ts'
import { readReplies } from './replies.ts'
import { toWritten, type WrittenEvent } from './written-event.ts'

export type JudgeInput = {
  readonly kind: InputKind
  readonly bytes: Uint8Array
  readonly sourceType: SourceType
  readonly source: string
  readonly envelope: Envelope
  readonly receivedAt: number
  readonly rules?: JudgeRules | undefined
}

/** Rules of operators that judge first; the same key means the same rules. */
export type JudgeRules = { readonly key: string; readonly rules: readonly OperatorRule[] }

export type JudgeOutput = {
  readonly events: readonly CaromEvent[]
  /** What is written of each of them. */
  readonly written: readonly WrittenEvent[]
  readonly problems: readonly string[]
  /** Of the mails that the events are about, one for each: domains of envelope senders in a log. */
  readonly senderDomains?: readonly (string | undefined)[]
  /** Deliveries that a log told: no events. */
  readonly deliveries?: readonly LoggedDelivery[]
  /** What receivers reported in sum about a domain: no events either. */
  readonly reports?: readonly KeptReport[]
  /** Inputs that nobody could read and that look alike have the same key. */
  readonly cluster?: Cluster
}

export type Cluster = { readonly key: string; readonly title: string }

/** Letters of a title and of the text that a cluster is made of. */
const TITLE_CHARS_MAX = 160
const CLUSTER_CHARS_MAX = 600

const plainEngine = createEngine()

/** Engines with rules of operators, of the tenants that came last. */
const engines = new Map<string, Engine>()
const ENGINES_MAX = 20

function engineFor(rules: JudgeRules | undefined): Engine {
  if (rules === undefined) return plainEngine
  const known = engines.get(rules.key)
  if (known !== undefined) return known
  if (engines.size >= ENGINES_MAX) engines.clear()
  const engine = plainEngine.withRules(rules.rules)
  engines.set(rules.key, engine)
  return engine
}

/** Reads and judges one input. Throws only where core breaks its promise not to. */
export function judgeInput(input: JudgeInput): JudgeOutput {
  const judged = judge(input)
  return { ...judged, written: judged.events.map(toWritten) }
}

function judge(input: JudgeInput): Judged {
  const source = eventSource(input)
  const read = readInput(input, source)
  const isRead = read.events.length > 0 || (read.deliveries ?? []).length > 0
    || (read.reports ?? []).length > 0
  if (isRead) return { ...read, ...unknownCluster(read.events) }
  // A webhook may tell of nothing that matters, such as a message that was taken for sending.
  if (input.kind !== 'message' && read.problems.length === 0) return read
  return { ...read, cluster: clusterOf(describeInput(input)) }
}

type Judged = Omit<JudgeOutput, 'written'>
type Read = Omit<Judged, 'cluster'>

function readInput(input: JudgeInput, source: EventSource): Read {
  const { kind, bytes, envelope } = input
  const engine = engineFor(input.rules)
  if (kind === 'message') {
    const told = readReportMessage(bytes)
    return told === undefined ? engine.readMessage(bytes, source) : { ...told, events: [] }
  }
  if (kind === 'report') return { ...readGivenReport(bytes), events: [] }
  if (kind === 'replies') return readReplies(engine, bytes, source, input.receivedAt)
  if (kind === 'log') return readLogItems(engine, bytes, input.source)
  if (kind === 'events') return readGivenEvents(bytes)
  const { vendor = 'generic', contentType } = envelope
  return readWebhook(engine, isWebhookVendor(vendor) ? vendor : 'generic', {
    bytes, ...(contentType === undefined ? {} : { contentType }),
  }, source)
}

function eventSource({ kind, sourceType, source, envelope }: JudgeInput): EventSource {
  if (kind === 'webhook') return { type: 'webhook', vendor: envelope.vendor ?? 'unknown', source }
  if (kind === 'log') return { type: 'log', mta: envelope.vendor ?? 'unknown', source }
  const type = sourceType
  return type === 'webhook' || type === 'log' || type === 'syslog' || type === 'journald'
    ? { type: 'http', source } : { type, source }
}

/** A text whose reason nobody knows stays visible as well, with those that are alike (G18). */
function unknownCluster(events: readonly CaromEvent[]): { cluster?: Cluster } {
  const unknown = events.find(({ kind, reason, diagnostic }) =>
    kind === 'failed' && reason === 'unknown' && diagnostic !== undefined)
  return unknown === undefined ? {} : { cluster: clusterOf(unknown.diagnostic as string) }
}

function describeInput({ kind, bytes }: JudgeInput): string {
  if (kind !== 'message') return Buffer.from(bytes.subarray(0, CLUSTER_CHARS_MAX)).toString('utf8')
  const { subject, text } = readSummary(bytes, CLUSTER_CHARS_MAX)
  return `${subject ?? ''}\n${text}`
}

/** What differs from one message to the next is left out: addresses, hosts, numbers, ids. */
function clusterOf(text: string): Cluster {
  const plain = text.slice(0, CLUSTER_CHARS_MAX)
  const shape = plain.normalize('NFKC').toLowerCase()
    .replace(/[^\s<>@]{1,200}@[^\s<>@]{1,200}/g, '@')
    .replace(/\b[\w-]{1,60}(?:\.[\w-]{1,60}){1,8}\b/g, '.')
    .replace(/[a-z0-9_-]{0,60}\d[a-z0-9_-]{0,60}/g, '#')
    .replace(/[^\p{L}@.#]{1,200}/gu, ' ').trim()
  const title = plain.replace(/[^\s<>@]{1,200}@[^\s<>@]{1,200}/g, '…@…')
    .replace(/\s{1,200}/g, ' ').trim().slice(0, TITLE_CHARS_MAX)
  return { key: createHash('sha256').update(shape).digest('hex').slice(0, 24), title }
}
