// From a reply to a verdict: exact knowledge first, then the grammar, then the learned model, then codes.

import type {
  Because, ProviderRules, Reason, Remedy, Scope, SmtpCommand, Verdict,
} from '../rules/types.ts'
import { REPLY_CHARS_MAX } from '../text/limits.ts'
import { findEnhancedCode, formatEnhancedCode, parseEnhancedCode, type EnhancedCode } from '../smtp/enhanced-code.ts'
import { readReplyText } from '../smtp/reply.ts'
import { compileKnowledge, type Knowledge } from './knowledge.ts'
import { permanenceOf } from './permanence.ts'
import { readRetryAfter } from './retry-after.ts'
import {
  createReader, fingerprintIn, grammarSignals, literalSignals, providerCodeSignals, readConcepts,
  type Codes, type Reader, type Signal,
} from './signals.ts'

/** One reply to judge: its text, and what is known from outside the text. */
export type ReplyInput = {
  readonly text: string
  readonly replyCode?: number | undefined
  readonly enhancedCode?: string | undefined
  readonly command?: SmtpCommand | undefined
  /** The receiving host that answered. */
  readonly host?: string | undefined
}

/** What a code says where the words are silent: a reason, and how far it alone can be trusted (0–1). */
export type CodeFact = { readonly reason: Reason; readonly trust: number }

export type Traits = { readonly remedy: Remedy; readonly scope: Scope }

export type ClassifierKnowledge = Knowledge & {
  readonly enhancedCode: (code: EnhancedCode) => CodeFact | undefined
  readonly replyCode: (code: number, command: SmtpCommand | undefined) => CodeFact | undefined
  readonly traits: (reason: Reason) => Traits
  readonly blocklist: (text: string) => { name: string; zone?: string } | undefined
}

export type Classifier = {
  readonly classify: (input: ReplyInput) => Verdict
}

/** Below this the words have not settled the matter. */
const SURE = 60
/** A suppressing reason needs at least this confidence to suppress. */
const SUPPRESS_CONFIDENCE = 0.5

type Context = Codes & {
  readonly command?: SmtpCommand | undefined
  readonly codeFact?: CodeFact | undefined
}

export function createClassifier(knowledge: ClassifierKnowledge): Classifier {
  const compiled = compileKnowledge(knowledge)
  const reader = createReader(compiled, knowledge.providers)
  const hosts = hostTable(knowledge.providers)
  return { classify: (input) => classifyReply(knowledge, reader, hosts, input) }
}

function classifyReply(
  knowledge: ClassifierKnowledge, reader: Reader, hosts: ReadonlyMap<string, number>, input: ReplyInput,
): Verdict {
  const text = input.text.length > REPLY_CHARS_MAX ? input.text.slice(0, REPLY_CHARS_MAX) : input.text
  const reply = readReplyText(text)
  const replyCode = reply.replyCode ?? input.replyCode
  const enhancedCode = reply.enhancedCode
    ?? (input.enhancedCode === undefined ? undefined : parseEnhancedCode(input.enhancedCode))
  const command = input.command ?? reply.command
  const codeFact = enhancedCode === undefined ? undefined : knowledge.enhancedCode(enhancedCode)
  const context: Context = { replyCode, enhancedCode, command, codeFact }

  const signals: Signal[] = []
  let provider = input.host === undefined ? -1 : providerOfHost(hosts, input.host)
  const inner = reply.from > 0 || reply.to < text.length ? text.slice(reply.from, reply.to) : text
  const offset = inner === text ? 0 : reply.from
  let best = judge(reader, inner, provider, context, signals)
  provider = provider >= 0 ? provider : fingerprintIn(reader)
  if ((best === undefined || best.weight < SURE) && inner !== text) {
    for (const signal of signals) shift(signal, offset)
    const outer: Signal[] = []
    const outerBest = judge(reader, text, provider, context, outer)
    if (outerBest !== undefined && outerBest.weight > (best?.weight ?? 0) + 6) best = outerBest
    signals.push(...outer)
  } else if (offset > 0) for (const signal of signals) shift(signal, offset)
  const decided = decide(knowledge, context, best)
  return toVerdict(knowledge, reader, { text, input, context, provider, signals, ...decided })
}

function shift(signal: Signal, offset: number): void {
  (signal as { from: number }).from += offset
  ;(signal as { to: number }).to += offset
}

/** Reads one piece of text; returns its strongest signal after the context has been weighed. */
function judge(
  reader: Reader, text: string, provider: number, context: Context, signals: Signal[],
): Signal | undefined {
  readConcepts(reader, text)
  const operator = provider >= 0 ? provider : fingerprintIn(reader)
  literalSignals(reader, operator, context, signals)
  grammarSignals(reader, signals)
  if (operator >= 0) providerCodeSignals(reader.providers[operator] as ProviderRules, context, signals)
  let best: Signal | undefined
  for (const signal of signals) {
    signal.weight += contextWeight(signal.reason, context)
    if (best === undefined || signal.weight > best.weight) best = signal
  }
  return best
}

const RECIPIENT_REASONS = new Set<Reason>([
  'mailbox-unknown', 'mailbox-disabled', 'mailbox-full', 'mailbox-moved', 'recipient-restricted', 'recipient-refused', 'relay-denied',
])
const SENDER_REASONS = new Set<Reason>(['sender-rejected', 'auth-failure'])
const CLIENT_REASONS = new Set<Reason>([
  'ip-blocklisted', 'ip-reputation', 'reverse-dns', 'rate-limited', 'server-busy', 'network-error', 'tls-required', 'smtp-auth-required',
])
const CONTENT_REASONS = new Set<Reason>([
  'spam-content', 'virus', 'content-rejected', 'too-large', 'not-rfc-compliant', 'domain-reputation', 'auth-failure', 'policy',
])

/** What the codes and the command add to a reason that the words name. */
function contextWeight(reason: Reason, context: Context): number {
  let weight = 0
  const { command, codeFact } = context
  if (codeFact !== undefined && codeFact.reason === reason) weight += 8 * codeFact.trust + 1
  if (command === 'RCPT' && RECIPIENT_REASONS.has(reason)) weight += 3
  else if (command === 'MAIL' && SENDER_REASONS.has(reason)) weight += 5
  else if ((command === 'CONNECT' || command === 'EHLO') && CLIENT_REASONS.has(reason)) weight += 6
  else if (command === 'DATA' && CONTENT_REASONS.has(reason)) weight += 3
  return weight
}

type Decision = { readonly reason: Reason; readonly confidence: number; readonly because?: Signal }

function decide(knowledge: ClassifierKnowledge, context: Context, best: Signal | undefined): Decision {
  const { codeFact, replyCode, command } = context
  const replyFact = replyCode === undefined ? undefined : knowledge.replyCode(replyCode, command)
  const byCode = codeFact !== undefined && (replyFact === undefined || codeFact.trust >= replyFact.trust)
    ? codeFact : replyFact
  if (best !== undefined && best.weight >= SURE) return words(best)
  if (byCode !== undefined && byCode.trust * 100 > (best?.weight ?? 0) && byCode.reason !== 'unknown') {
    return { reason: byCode.reason, confidence: byCode.trust }
  }
  return best === undefined || best.weight < 36 ? { reason: 'unknown', confidence: 0.3 } : words(best)
}

function words(best: Signal): Decision {
  return { reason: best.reason, confidence: Math.min(0.99, best.weight / 100), because: best }
}

function toVerdict(knowledge: ClassifierKnowledge, reader: Reader, judged: {
  text: string; input: ReplyInput; context: Context; provider: number; signals: readonly Signal[]
} & Decision): Verdict {
  const { context, reason, confidence, text } = judged
  const { scope, remedy: usual } = knowledge.traits(reason)
  const remedy = usual === 'suppress' && confidence < SUPPRESS_CONFIDENCE ? 'retry' : usual
  const blocklist = reason === 'ip-blocklisted' || reason === 'domain-reputation' || reason === 'ip-reputation'
    ? knowledge.blocklist(text) : undefined
  const retryAfterSeconds = remedy === 'retry' ? readRetryAfter(text) : undefined
  const { enhancedCode, replyCode, command } = context
  return {
    reason,
    permanence: permanenceOf(replyCode, enhancedCode),
    remedy,
    scope,
    bounceType: remedy === 'none' ? null : remedy === 'suppress' ? 'hard' : 'soft',
    confidence: Math.round(confidence * 100) / 100,
    because: becauseOf(judged),
    ...(judged.provider < 0 ? {} : { provider: reader.providers[judged.provider]?.id as string }),
    ...(blocklist === undefined ? {} : { blocklist }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(replyCode === undefined ? {} : { replyCode }),
    ...(enhancedCode === undefined ? {} : { enhancedCode: formatEnhancedCode(enhancedCode) }),
    ...(command === undefined ? {} : { command }),
  }
}

/** The evidence for the reason, strongest first: words, then codes that say the same. */
function becauseOf(judged: {
  text: string; signals: readonly Signal[]; context: Context
} & Decision): Because[] {
  const { text, reason, context } = judged
  const list: Because[] = []
  const own = judged.signals.filter((signal) => signal.reason === reason)
  own.sort((a, b) => b.weight - a.weight)
  for (const { rule, from, to } of own.slice(0, 3)) {
    list.push({ rule, part: 'reply', text: text.slice(from, to), span: [from, to] })
  }
  if (context.enhancedCode !== undefined && context.codeFact?.reason === reason) {
    const code = formatEnhancedCode(context.enhancedCode)
    const found = findEnhancedCode(text, 0)
    const span: [number, number] = found === undefined ? [0, 0] : [found.from, found.to]
    list.push({ rule: `enhanced-code/${code}`, part: 'enhanced-code', text: code, span })
  }
  if (list.length === 0 && context.replyCode !== undefined) {
    const code = String(context.replyCode)
    const at = Math.max(0, text.indexOf(code))
    list.push({ rule: `reply-code/${code}`, part: 'reply-code', text: code, span: [at, at + 3] })
  }
  return list
}

function hostTable(providers: readonly ProviderRules[]): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  providers.forEach((rules, number) => {
    for (const host of rules.hosts) if (!table.has(host)) table.set(host, number)
  })
  return table
}

/** The provider by the longest known ending of the host name. */
function providerOfHost(hosts: ReadonlyMap<string, number>, host: string): number {
  let name = host.toLowerCase()
  if (name.endsWith('.')) name = name.slice(0, -1)
  for (let labels = 0; labels < 12; labels++) {
    const found = hosts.get(name)
    if (found !== undefined) return found
    const dot = name.indexOf('.')
    if (dot === -1) return -1
    name = name.slice(dot + 1)
  }
  return -1
}
