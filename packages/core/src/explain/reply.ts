// A whole reply in plain words: what the server says, which of its words decided, what to do now.

import type { ReplyReading } from '../classify/explain.ts'
import { reasonFact } from '../rules/reasons.ts'
import { receiver } from '../rules/receivers.ts'
import type { Because, Verdict } from '../rules/types.ts'
import { parseEnhancedCode } from '../smtp/enhanced-code.ts'
import { blocklistNamed, describeBlocklist } from './blocklist.ts'
import { explainCode } from './code.ts'
import { CONCEPT_WORDS } from './concept-words.ts'
import { judgeVerdict } from './judgement.ts'
import { platformLabels } from './platform-labels.ts'
import { sayPlainly } from './sentence.ts'
import type { CodeExplanation, DecidingWords, ReplyExplanation } from './types.ts'
import { explainTags } from './word.ts'

/** A less likely reading is not worth a word. */
const RUNNER_UP_MIN = 0.05
/** Below this confidence the sentence says that the server "seems to" say something. */
const SURE_MIN = 0.6
const NOTHING_SAID = 'The text does not say why: no word in it is known, and it has no code.'
const SURE = { isSure: true, hasRest: false }
/** From this trust on, a code that says otherwise is worth a note. */
const TELLING_TRUST_MIN = 0.5

export function explainReply(received: string, reading: ReplyReading): ReplyExplanation {
  const { verdict, deciding, candidates } = reading
  // Places of words are those in the text as it was meant.
  const text = verdict.readAs ?? received
  const code = codeOf(verdict)
  const runnerUp = candidates.find(({ reason, confidence }) =>
    reason !== verdict.reason && confidence >= RUNNER_UP_MIN)
  return {
    kind: 'reply',
    text,
    verdict,
    judgement: judgeVerdict(verdict),
    sentence: sentenceOf(reading),
    deciding: deciding.length > 0 ? deciding.map(describeWords) : fromBecause(verdict.because),
    how: howDecided(reading),
    ...(verdict.because[0] === undefined ? {} : { rule: verdict.because[0].rule }),
    ...(runnerUp === undefined ? {}
      : { runnerUp: { ...runnerUp, title: reasonFact(runnerUp.reason).title } }),
    ...(code === undefined ? {} : { code }),
    ...(verdict.provider === undefined ? {} : { receiver: nameOf(verdict.provider) }),
    tags: explainTags(text),
    notes: notesOf(verdict, code),
    platforms: platformLabels(verdict.reason),
  }
}

function sentenceOf({ verdict, deciding, concepts }: ReplyReading): string {
  const [best] = verdict.because
  if (best === undefined || verdict.reason === 'unknown') {
    const isBare = verdict.replyCode === undefined && verdict.enhancedCode === undefined
    return isBare && concepts.length === 0 ? NOTHING_SAID : sayPlainly('unknown', [], SURE)
  }
  if (best.part !== 'reply') {
    const { title } = reasonFact(verdict.reason)
    return `The server gives no words that tell; its code ${best.text} stands for "${title}".`
  }
  const [from, to] = best.span
  const spoken = deciding.length > 0 ? deciding
    : concepts.filter(({ span }) => span[0] >= from && span[1] <= to)
  return sayPlainly(verdict.reason, spoken, {
    isSure: verdict.confidence >= SURE_MIN, hasRest: deciding.length > 0,
  })
}

function describeWords({ concept, text, span }: ReplyReading['deciding'][number]): DecidingWords {
  return { text, span, meaning: CONCEPT_WORDS[concept] ?? concept }
}

function fromBecause(because: readonly Because[]): DecidingWords[] {
  return because.filter(({ span }) => span[1] > span[0]).map(({ rule, part, text, span }) => ({
    text, span, meaning: roleOf(rule, part),
  }))
}

function roleOf(rule: string, part: string): string {
  if (part !== 'reply') return part.replace('-', ' ')
  if (rule.startsWith('model/')) return 'weighed'
  const name = receiver(roomOf(rule))?.name
  return name === undefined ? 'a fixed sentence' : `a known reply of ${name}`
}

function howDecided({ verdict, deciding }: ReplyReading): string {
  const { because, reason } = verdict
  const [best] = because
  if (best === undefined) return 'Neither words nor codes tell.'
  const { rule } = best
  const room = roomOf(rule)
  if (room === 'grammar') {
    const words = [...new Set(deciding.map(({ concept }) => CONCEPT_WORDS[concept] ?? concept))]
    return words.length > 1 ? `The grammar: ${words.join(' + ')} together mean ${reason}.`
      : `The grammar: words for ${words.join('')} mean ${reason}.`
  }
  if (room === 'model') return 'No rule fits; these words, the codes and the command weighed most.'
  if (room === 'enhanced-code' || room === 'reply-code') return 'The code alone; no word tells.'
  const name = receiver(room)?.name
  return name === undefined ? 'A fixed sentence of known software.'
    : `A known reply of ${name}.`
}

function roomOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'))
}

function nameOf(provider: string): string {
  return receiver(provider)?.name ?? provider
}

function codeOf({ replyCode, enhancedCode }: Verdict): CodeExplanation | undefined {
  const parsed = enhancedCode === undefined ? undefined : parseEnhancedCode(enhancedCode)
  if (replyCode === undefined && parsed === undefined) return undefined
  return explainCode({
    ...(replyCode === undefined ? {} : { replyCode }),
    ...(parsed === undefined ? {} : { enhancedCode: parsed }),
  })
}

function notesOf(verdict: Verdict, code: CodeExplanation | undefined): string[] {
  const notes: string[] = []
  if (verdict.readAs !== undefined) {
    notes.push('The text was decoded wrongly on its way; it is shown as it was meant.')
  }
  const byCode = code?.judgement
  if (code !== undefined && byCode !== undefined && (byCode.trust ?? 0) >= TELLING_TRUST_MIN
    && byCode.reason !== verdict.reason && verdict.reason !== 'unknown') {
    notes.push(`${code.code} alone would stand for "${byCode.title}"; the words count more.`)
  }
  const { blocklist, retryAfterSeconds } = verdict
  if (blocklist !== undefined) {
    const list = blocklistNamed(blocklist.name)
    const zone = blocklist.zone === undefined ? '' : ` (${blocklist.zone})`
    const more = list === undefined ? '' : ` ${describeBlocklist(list)}`
    notes.push(`The list is ${blocklist.name}${zone}.${more}`)
  }
  if (retryAfterSeconds !== undefined) {
    notes.push(`The server asks you to wait ${inWords(retryAfterSeconds)}.`)
  }
  return notes
}

function inWords(seconds: number): string {
  const [count, unit] = seconds >= 7200 ? [Math.round(seconds / 3600), 'hour']
    : seconds >= 120 ? [Math.round(seconds / 60), 'minute'] : [seconds, 'second']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
