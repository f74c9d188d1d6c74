// A code in plain words: what it means, hard or soft, whose fault, what to do, who uses it.

import { COMPACT_TABLE_TRANSIENT } from '../rules/compact-codes.ts'
import { CLASS_MEANINGS, ENHANCED_CODES } from '../rules/enhanced-codes.ts'
import { REPLY_CLASS_MEANINGS, REPLY_CODES } from '../rules/reply-codes.ts'
import { noteEnhancedCode } from './enhanced-code.ts'
import { judgeCode } from './judgement.ts'
import { formatEnhancedQuery, type CodeQuery, type EnhancedQuery } from './parse-code.ts'
import { platformLabels } from './platform-labels.ts'
import { noteReplyCode, permanenceOfClass } from './reply-code.ts'
import type { CodeExplanation, EnhancedCodeNote, Judgement, ReplyCodeNote } from './types.ts'

/** Below this, the code leaves it to the words. */
const TELLING_TRUST_MIN = 0.5

const REPLY_CLASS_NAMES: Readonly<Record<number, string>> = {
  2: 'success', 3: 'go on', 4: 'transient failure', 5: 'permanent failure',
}

export function explainCode(query: CodeQuery): CodeExplanation {
  if (query.replyClass !== undefined) return explainReplyClass(query.replyClass)
  const { replyCode, enhancedCode } = query
  const reply = replyCode === undefined ? undefined : noteReplyCode(replyCode)
  const enhanced = enhancedCode === undefined ? undefined : noteEnhancedCode(enhancedCode)
  const judgement = decide(query, reply, enhanced)
  return {
    kind: 'code',
    code: [replyCode, enhancedCode === undefined ? undefined : formatEnhancedQuery(enhancedCode)]
      .filter((part) => part !== undefined).join(' '),
    known: (enhanced ?? reply)?.known === true,
    ...headlineOf(reply, enhanced),
    ...(reply === undefined ? {} : { reply }),
    ...(enhanced === undefined ? {} : { enhanced }),
    judgement,
    members: enhancedCode === undefined ? [] : familyOf(enhancedCode),
    notes: notesOf(query, judgement, reply, enhanced),
    platforms: platformLabels(mostLikely(judgement, reply, enhanced)),
  }
}

/** Both codes speak; the one that tells more decides, the reply code tells the permanence (C1). */
function decide(
  { replyCode, enhancedCode }: CodeQuery,
  reply: ReplyCodeNote | undefined, enhanced: EnhancedCodeNote | undefined,
): Judgement {
  const first = replyCode === undefined ? enhancedCode?.class ?? 5 : Math.floor(replyCode / 100)
  const permanence = permanenceOfClass(first)
  const voices = [
    ...(enhanced?.judgements.slice(0, 1).map(({ judgement }) => judgement) ?? []),
    ...(reply?.judgement === undefined ? [] : [reply.judgement]),
  ]
  let best: Judgement | undefined
  for (const voice of voices) if ((voice.trust ?? 0) > (best?.trust ?? 0)) best = voice
  if (best === undefined) return judgeCode(first <= 3 ? 'delivered' : 'unknown', permanence)
  return judgeCode(best.reason, permanence, best.trust)
}

function headlineOf(
  reply: ReplyCodeNote | undefined, enhanced: EnhancedCodeNote | undefined,
): { headline: string; meaning: string } {
  if (enhanced !== undefined) {
    const { name, meaning, vendors, known } = enhanced
    const [first] = vendors
    const unnamed = first !== undefined ? `a code of ${first.vendor}`
      : known ? 'a family of codes' : 'not registered'
    return { headline: name ?? unnamed, meaning }
  }
  const row = reply as ReplyCodeNote
  if (row.compact !== undefined && row.meaning.startsWith('No mail server')) {
    return { headline: `not a reply code; ${row.compact.name}`, meaning: row.meaning }
  }
  const origin = row.definedBy.length > 0 ? 'reply code' : 'reply code of no standard'
  const className = REPLY_CLASS_NAMES[Math.floor(row.code / 100)]
  return { headline: `${origin}, ${className}`, meaning: row.meaning }
}

/** The registered codes of an open subject or detail. */
function familyOf({ class: first, subject, detail }: EnhancedQuery): CodeExplanation['members'] {
  if (detail !== undefined) return []
  const stem = subject === undefined ? 'x.' : `x.${subject}.`
  return ENHANCED_CODES.filter(({ code }) => code.startsWith(stem))
    .map(({ code, meaning }) => ({ code: code.replace('x', String(first ?? 'x')), meaning }))
}

/** The first digits should be the same (RFC 2034 §4). */
function contradict(replyCode: number | undefined, enhanced: EnhancedQuery | undefined): boolean {
  if (replyCode === undefined || enhanced?.class === undefined) return false
  return Math.floor(replyCode / 100) !== enhanced.class
}

function notesOf(
  { replyCode, enhancedCode }: CodeQuery, judgement: Judgement,
  reply: ReplyCodeNote | undefined, enhanced: EnhancedCodeNote | undefined,
): string[] {
  const notes: string[] = []
  if (contradict(replyCode, enhancedCode)) {
    const code = formatEnhancedQuery(enhancedCode as EnhancedQuery)
    notes.push(`${replyCode} and ${code} contradict each other: their `
      + 'first digits should be the same (RFC 2034 §4). The reply code decides whether it is '
      + 'permanent, the enhanced code why.')
  }
  const pairs = enhanced?.paired ?? []
  if (replyCode !== undefined && pairs.length > 0 && !pairs.includes(replyCode)) {
    const usual = pairs.join(', ')
    notes.push(`The registry pairs ${enhanced?.code} with ${usual}, not with ${replyCode}.`)
  }
  if (judgement.remedy !== 'none' && (judgement.trust ?? 0) < TELLING_TRUST_MIN) {
    notes.push('The code alone does not tell the cause: the words of the reply do. '
      + 'Give carom explain the whole reply.')
  }
  if (enhanced === undefined && COMPACT_TABLE_TRANSIENT.includes(replyCode ?? 0)) {
    notes.push(`The table without dots that goes round on the web has ${replyCode} too, as "Soft"; `
      + 'there it is this reply code.')
  }
  if (isMadeUp(enhancedCode)) {
    notes.push('Sisimai makes up codes 5.9.y and 5.0.9yy for its own reasons; no server sends '
      + 'them.')
  }
  if (reply?.known === false) {
    notes.push(`Read it by its first digit: ${reply.classMeaning.toLowerCase()}`)
  }
  return notes
}

function isMadeUp(code: EnhancedQuery | undefined): boolean {
  const { subject, detail = 0 } = code ?? {}
  return subject === 9 || (subject === 0 && detail >= 900)
}

/** The reason to look platforms up by: where the code leaves it open, what it is used for most. */
function mostLikely(
  judgement: Judgement, reply: ReplyCodeNote | undefined, enhanced: EnhancedCodeNote | undefined,
): Judgement['reason'] {
  if (judgement.reason !== 'unknown') return judgement.reason
  const [use] = [...enhanced?.uses ?? [], ...reply?.uses ?? []]
  return use?.reason ?? 'unknown'
}

function explainReplyClass(first: 2 | 3 | 4 | 5): CodeExplanation {
  const judgement = judgeCode(first <= 3 ? 'delivered' : 'unknown', permanenceOfClass(first))
  const meaning = REPLY_CLASS_MEANINGS[first]
  const notes = first === 3 ? []
    : [`${first}.y.z says the same of an enhanced code. ${CLASS_MEANINGS[first]}`]
  return {
    kind: 'code',
    code: `${first}xx`,
    known: true,
    headline: 'Class of a reply (RFC 5321 §4.2.1)',
    meaning,
    judgement,
    members: REPLY_CODES.filter(({ code }) => Math.floor(code / 100) === first)
      .map(({ code, meaning: text }) => ({ code: String(code), meaning: text })),
    notes,
    platforms: platformLabels(judgement.reason),
  }
}
