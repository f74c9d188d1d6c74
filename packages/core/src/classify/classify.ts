// From a reply to a verdict: exact knowledge first, then the learned weighing of grammar, words and
// codes.

import type {
  ModelData, Reason, Remedy, Scope, SmtpCommand, Verdict,
} from '../rules/types.ts'
import { CONCEPTS_MAX } from '../text/limits.ts'
import { formatEnhancedCode, type EnhancedCode } from '../smtp/enhanced-code.ts'
import { becauseOf } from './because.ts'
import { readingOf, type ReplyReading } from './explain.ts'
import { createFeatures, readFeatures, wordFeature, type Features } from './features.ts'
import { compileKnowledge, type Knowledge } from './knowledge.ts'
import type { Receiver } from './literals.ts'
import { loadModel } from './load-model.ts'
import { correctSpelling } from './misspelled.ts'
import { knows, score, softmax, type Model } from './model.ts'
import { permanenceOf, spokenPermanence } from './permanence.ts'
import { reasonNumber, REASONS } from './reason-number.ts'
import { readReply, type ReplyInput } from './read-reply.ts'
import { hostTable, providerOfHost, type HostTable } from './receiver-of-host.ts'
import { withMemory } from './remember.ts'
import { readRetryAfter } from './retry-after.ts'
import { createReader, OWN_RANK, understand, type Reader, type Reading } from './signals.ts'
import {
  ABOUT_RECIPIENT, BEFORE_RECIPIENT, CODE_SHARE, CODE_SUPPRESS_MIN, COMMAND_CODES,
  CORRECTED_SUPPRESS_MIN, DELIVERED, DOUBT,
  EXACT_CONFIDENCE, FIREWALL_MIN, GUESS_MIN, NO_FAILURES, OWN_DOMAIN_MIN, REFUSALS, RESTRICTED,
  RESTRICTED_SUPPRESS_MIN, SILENT_WORDS_MAX, SUPPRESS_MIN,
} from './trust.ts'

export type { ReplyInput } from './read-reply.ts'

export type Traits = { readonly remedy: Remedy; readonly scope: Scope }

export type ClassifierKnowledge = Knowledge & {
  readonly model: ModelData
  /** Reason and trust (0–1) of a code where the words are silent. */
  readonly enhancedCode: (code: EnhancedCode) => CodeFact | undefined
  readonly replyCode: (code: number, command: SmtpCommand | undefined) => CodeFact | undefined
  readonly traits: (reason: Reason) => Traits
  readonly blocklist: (text: string) => { name: string; zone?: string } | undefined
}

export type CodeFact = { readonly reason: Reason; readonly trust: number }

export type Classifier = {
  readonly classify: (input: ReplyInput) => Verdict
  /** The verdict and what it rests on. Slower: for people. */
  readonly explain: (input: ReplyInput) => ReplyReading
  /** What the model sees of a reply: for its training. The result is reused from call to call. */
  readonly features: (input: ReplyInput) => Features
}

type Engine = {
  readonly knowledge: ClassifierKnowledge
  readonly reader: Reader
  readonly hosts: HostTable
  readonly model: Model
  readonly features: Features
  readonly logits: Float64Array
  readonly suppressing: readonly boolean[]
}

/** `remembered`: replies whose verdicts are kept in case they come again; 0 for none. */
export function createClassifier(
  knowledge: ClassifierKnowledge, remembered?: number,
): Classifier {
  const compiled = compileKnowledge(knowledge)
  const engine: Engine = {
    knowledge,
    reader: createReader(compiled, CONCEPTS_MAX),
    hosts: hostTable(compiled.receivers),
    model: loadModel(knowledge.model),
    features: createFeatures(),
    logits: new Float64Array(REASONS.length),
    suppressing: REASONS.map((reason) => knowledge.traits(reason).remedy === 'suppress'),
  }
  return {
    classify: withMemory(
      (input) => judge(engine, input), (host) => providerOfHost(engine.hosts, host), remembered),
    explain: (input) => {
      const verdict = judge(engine, input)
      const reading = readReply(engine, { ...input, text: verdict.readAs ?? input.text })
      weighFeatures(engine, reading)
      score(engine.model, engine.features, engine.logits)
      softmax(engine.logits)
      return readingOf(engine.reader, reading, verdict, engine.logits)
    },
    features: (input) => {
      weighFeatures(engine, readReply(engine, input))
      return engine.features
    },
  }
}

/** Judges a reply as it stands and, where that leaves doubt, with its spelling put right. */
function judge(engine: Engine, input: ReplyInput): Verdict {
  const reading = readReply(engine, input)
  const verdict = verdictOf(engine, reading)
  if (verdict.confidence >= DOUBT) return verdict
  const { reader, model } = engine
  const text = correctSpelling(reader.compiled, reader.scan, reading.text, reading.offset,
    (word) => knows(model, wordFeature(word)))
  if (text === reading.text) return verdict
  const corrected = { ...readReply(engine, { ...input, text }), isRepaired: true }
  const second = verdictOf(engine, corrected)
  if (second.confidence < DOUBT) return verdict
  const isFirm = second.remedy !== 'suppress' || second.confidence >= CORRECTED_SUPPRESS_MIN
  return isFirm ? second : { ...second, remedy: 'retry', bounceType: 'soft' }
}

function weighFeatures(engine: Engine, reading: Reading): void {
  const { reader, features } = engine
  understand(reader)
  readFeatures({
    scan: reader.scan, concepts: reader.concepts, grammar: reader.scores.weight,
    replyCode: reading.replyCode, enhancedCode: reading.enhancedCode, command: reading.command,
  }, features)
}

function verdictOf(engine: Engine, reading: Reading): Verdict {
  const { exact } = reading
  const { suppressing } = engine
  const isFirm = exact !== undefined
    && (exact.rank >= OWN_RANK || suppressing[reasonNumber(exact.reason)] !== true)
  if (exact !== undefined && isFirm) {
    return toVerdict(engine, reading, exact.reason, EXACT_CONFIDENCE, true)
  }
  const best = weigh(engine, reading)
  const probability = engine.logits[best] as number
  // The words around a fixed sentence may say that it is about the sender, not the recipient.
  const isRefuted = BEFORE_RECIPIENT.has(reading.command) || probability >= FIREWALL_MIN
  if (exact !== undefined && (suppressing[best] === true || !isRefuted)) {
    return toVerdict(engine, reading, exact.reason, EXACT_CONFIDENCE, !isOfSender(reading))
  }
  return weighedVerdict(engine, reading, best, probability)
}

/** The verdict of words and codes, where no rule has decided. */
function weighedVerdict(
  engine: Engine, reading: Reading, best: number, probability: number,
): Verdict {
  const { logits, suppressing } = engine
  const fact = codeFact(engine, reading)
  // A code alone decides only where the words are silent, or say less than it does.
  const isTrusted = fact !== undefined && logits[reasonNumber(fact.reason)] !== 0
  const isSaid = REASONS[best] !== 'unknown' && !isSilent(engine.reader)
  if (isTrusted && (!isSaid || probability < fact.trust * CODE_SHARE)) {
    return toVerdict(engine, reading, fact.reason, fact.trust, fact.trust >= CODE_SUPPRESS_MIN)
  }
  let suppress = 0
  for (let i = 0; i < logits.length; i++) {
    if (suppressing[i] === true) suppress += logits[i] as number
  }
  const reason = probability < GUESS_MIN ? 'unknown' : REASONS[best] as Reason
  // "Temporarily" holds whatever the codes claim.
  const claimed = spokenPermanence(engine.reader, reason) === 'transient' ? 'transient'
    : permanenceOf(reading.replyCode, reading.enhancedCode)
  const suppressMin = RESTRICTED.includes(reason) ? RESTRICTED_SUPPRESS_MIN : SUPPRESS_MIN
  // 500, 502 and 503 speak of commands, whatever stands behind them.
  const isOfCommand = COMMAND_CODES.includes(reading.replyCode)
  const isFirm = !isOfSender(reading) && !isOtherDomain(reading, reason, probability)
    && suppress >= suppressMin[isOfCommand ? 'transient' : claimed]
  // Words and a trusted code that say the same are surer than either.
  const agrees = fact !== undefined && fact.reason === reason && fact.trust > probability
  if (agrees && claimed !== 'transient') {
    return toVerdict(
      engine, reading, reason, fact.trust, isFirm || fact.trust >= CODE_SUPPRESS_MIN)
  }
  return toVerdict(engine, reading, reason, probability, isFirm)
}

/**
 * After DATA all recipients have been accepted: a domain that is not there is another one. Rules
 * that look at the MX of a domain look at the sender's (x.7.27).
 */
function isOtherDomain(
  { command, enhancedCode }: Reading, reason: Reason, probability: number,
): boolean {
  return reason === 'domain-unknown' ? command === 'DATA'
    : reason === 'domain-no-mail' && enhancedCode?.subject === 7 && probability < OWN_DOMAIN_MIN
}

/** x.1.7 and x.1.8 speak of the sender's address, whatever was found out about it (RFC 3463). */
function isOfSender({ enhancedCode }: Reading): boolean {
  return enhancedCode?.subject === 1 && (enhancedCode.detail === 7 || enhancedCode.detail === 8)
}

/** Fills the probabilities of all reasons; returns the number of the likeliest. */
function weigh(engine: Engine, reading: Reading): number {
  const { model, features, logits } = engine
  weighFeatures(engine, reading)
  score(model, features, logits)
  if (reading.isFailed) for (const number of NO_FAILURES) logits[number] = -Infinity
  if ((reading.replyCode ?? 0) >= REFUSALS) logits[DELIVERED] = -Infinity
  if (BEFORE_RECIPIENT.has(reading.command)) {
    for (const number of ABOUT_RECIPIENT) logits[number] = -Infinity
  }
  return softmax(logits)
}

function codeFact({ knowledge }: Engine, reading: Reading): CodeFact | undefined {
  const { enhancedCode, replyCode, command } = reading
  const fact = enhancedCode === undefined ? undefined : knowledge.enhancedCode(enhancedCode)
  return fact ?? (replyCode === undefined ? undefined : knowledge.replyCode(replyCode, command))
}

function isSilent({ scan }: Reader): boolean {
  return scan.wordCount === 0 || (scan.lexemes.count === 0 && scan.wordCount <= SILENT_WORDS_MAX)
}

function toVerdict(
  engine: Engine, reading: Reading, reason: Reason, confidence: number, maySuppress: boolean,
): Verdict {
  const { knowledge, reader } = engine
  const { text, enhancedCode, replyCode, command, provider } = reading
  const claimed = permanenceOf(replyCode, enhancedCode)
  const traits = knowledge.traits(reason)
  const remedy = traits.remedy === 'suppress' && !maySuppress ? 'retry' : traits.remedy
  const isListing =
    reason === 'ip-blocklisted' || reason === 'domain-reputation' || reason === 'ip-reputation'
  const blocklist = isListing ? knowledge.blocklist(text) : undefined
  const retryAfterSeconds = remedy === 'retry' ? readRetryAfter(text) : undefined
  const verdict: { -readonly [K in keyof Verdict]: Verdict[K] } = {
    reason,
    permanence: claimed === 'unknown' ? spokenPermanence(reader, reason) : claimed,
    remedy,
    scope: traits.scope,
    bounceType: remedy === 'none' ? null : remedy === 'suppress' ? 'hard' : 'soft',
    confidence: Math.round(confidence * 100) / 100,
    because: becauseOf({ reader, model: engine.model, features: engine.features }, reading, reason),
  }
  if (reading.isRepaired) verdict.readAs = text
  if (provider >= 0) verdict.provider = (reader.compiled.receivers[provider] as Receiver).id
  if (blocklist !== undefined) verdict.blocklist = blocklist
  if (retryAfterSeconds !== undefined) verdict.retryAfterSeconds = retryAfterSeconds
  if (replyCode !== undefined) verdict.replyCode = replyCode
  if (enhancedCode !== undefined) verdict.enhancedCode = formatEnhancedCode(enhancedCode)
  if (command !== undefined) verdict.command = command
  return verdict
}
