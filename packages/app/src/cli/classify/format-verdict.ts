// A verdict for people, short; with its grounds where they are asked for.

import { explainReply, type ReplyExplanation, type ReplyReading } from '@carom/core'
import { formatGrounds } from '../explain/format-reply.ts'
import { formatMarkedReply } from '../explain/marks.ts'
import { judgementEntries, labelled, paragraph, type Layout } from '../explain/page.ts'

export function formatVerdict(text: string, reading: ReplyReading, layout: Layout): string {
  const explanation = explainReply(text, reading)
  return formatMarkedReply(explanation.text, explanation.deciding, layout)
    + judgement(explanation, layout)
    + labelled('How sure', `${Math.round(explanation.verdict.confidence * 100)} %`, layout)
}

/** All concepts over the text, the rule that decided, the runners-up. */
export function formatExplainedVerdict(
  text: string, reading: ReplyReading, layout: Layout,
): string {
  const explanation = explainReply(text, reading)
  const concepts = reading.concepts.map(({ concept, text: words, span }) =>
    ({ text: words, span, meaning: concept }))
  const candidates = reading.candidates.map(({ reason, confidence }) =>
    `${reason} ${Math.round(confidence * 100)} %`)
  return formatMarkedReply(explanation.text, concepts, layout)
    + judgement(explanation, layout)
    + formatGrounds(explanation, layout)
    + (candidates.length === 0 ? '' : labelled('Candidates', candidates.join(', '), layout))
    + explanation.notes.map((note) => paragraph(note, layout)).join('')
}

function judgement(explanation: ReplyExplanation, layout: Layout): string {
  return judgementEntries(explanation.judgement, layout, 'unknown: neither words nor codes tell')
}
