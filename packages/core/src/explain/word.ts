// Words that are no reply: a reason of Carom, a mark of a receiver, a label, a public block list.

import type { Blocklist } from '../rules/blocklists.ts'
import { BOUNDARIES } from '../rules/reason-boundaries.ts'
import { REASONS_TABLE } from '../rules/reasons.ts'
import { receiver } from '../rules/receivers.ts'
import { receiverTag, type ReceiverTag } from '../rules/receiver-tags.ts'
import { blocklistNamed, describeBlocklist } from './blocklist.ts'
import { judgeCode } from './judgement.ts'
import { findLabels, platformLabels, type FoundLabel } from './platform-labels.ts'
import { receiverReference } from './references.ts'
import type { WordExplanation } from './types.ts'

const WORD_CHARS_MAX = 60

/** What the word may stand for; empty where nobody is known to use it. */
export function explainWord(text: string): WordExplanation[] {
  const word = text.trim()
  if (word === '' || word.length > WORD_CHARS_MAX) return []
  const fact = REASONS_TABLE.find(({ reason }) => reason === word.toLowerCase())
  const reasons = fact === undefined ? [] : [explainReason(fact.reason)]
  const tag = receiverTag(word)
  const list = blocklistNamed(word)
  return [
    ...reasons,
    ...(tag === undefined ? [] : [explainTag(word, tag)]),
    ...findLabels(word).map(explainLabel),
    ...(list === undefined ? [] : [explainBlocklist(list)]),
  ]
}

/** The marks of receivers in a text, each once. */
export function explainTags(text: string): WordExplanation[] {
  const found = new Map<ReceiverTag, WordExplanation>()
  for (const word of text.split(/[\s,;=]+/)) {
    // Addresses and numbers of lists stand in too many texts to be marks of them.
    if (!/[A-Z]/.test(word) || !/[\d:]/.test(word)) continue
    const tag = receiverTag(word)
    if (tag !== undefined && !found.has(tag)) found.set(tag, explainTag(word, tag))
  }
  return [...found.values()]
}

function explainReason(reason: (typeof REASONS_TABLE)[number]['reason']): WordExplanation {
  const judgement = judgeCode(reason, 'permanent')
  return {
    kind: 'reason',
    word: reason,
    headline: judgement.title,
    meaning: judgement.meaning,
    definedBy: [{ name: 'Carom', title: 'The reasons of a verdict' }],
    judgement: { ...judgement, permanence: 'unknown' },
    ...BOUNDARIES[reason],
    others: [],
    platforms: platformLabels(reason),
  }
}

function explainTag(word: string, tag: ReceiverTag): WordExplanation {
  const judgement = judgeCode(tag.reason, 'permanent')
  const name = receiver(tag.receiver)?.name ?? tag.receiver
  return {
    kind: 'tag',
    word: tag.tag.includes('..') ? word.replace(/[[\]()<>,;]/g, '') : tag.tag,
    headline: `a mark of ${name}`,
    meaning: tag.meaning ?? judgement.meaning,
    definedBy: [receiverReference(tag.receiver)],
    judgement: { ...judgement, permanence: 'unknown' },
    others: [],
    platforms: platformLabels(tag.reason),
  }
}

function explainLabel({ platform, label, name, view, reasons }: FoundLabel): WordExplanation {
  const [reason = 'unknown', ...others] = reasons
  const judgement = judgeCode(reason, 'permanent')
  return {
    kind: 'label',
    word: label,
    headline: `${platform.field} of ${platform.name}${name === '' ? '' : `: ${name}`}`,
    meaning: `${VIEWS[view]} ${platform.name} ${lowerFirst(platform.policy)}`,
    definedBy: [{ name: platform.name, url: platform.source }],
    judgement: { ...judgement, permanence: 'unknown' },
    others,
    platforms: platformLabels(reason),
  }
}

function explainBlocklist(list: Blocklist): WordExplanation {
  const { name, kind, zones, delisting, closed } = list
  const listed = kind === 'domain' ? 'domain-reputation' : 'ip-blocklisted'
  // Whoever asks a list that is gone is set up wrongly.
  const reason = closed === undefined ? listed : 'server-error'
  const judgement = judgeCode(reason, 'permanent')
  const zone = zones[0] === undefined ? '' : `, asked at ${zones[0]}`
  return {
    kind: 'blocklist',
    word: name,
    headline: `a public block list${zone}`,
    meaning: describeBlocklist(list),
    definedBy: [{ name, ...(delisting === undefined ? {} : { url: delisting }) }],
    judgement: { ...judgement, permanence: 'unknown' },
    others: [],
    platforms: platformLabels(reason),
  }
}

/** What the platform makes of a label, as a sentence. */
const VIEWS: Readonly<Record<FoundLabel['view'], string>> = {
  hard: 'Taken as a hard bounce there.',
  soft: 'Taken as a soft bounce there.',
  block: 'Taken there as a block of the sender or the message, not of the address.',
  technical: 'Taken there as a technical fault, not as one of the address.',
  suppressed: 'Not sent there, because of an earlier event.',
  complaint: 'Taken as a complaint there.',
  undetermined: 'Left undetermined there.',
  unsaid: 'Neither hard nor soft there.',
  none: 'No bounce there.',
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
