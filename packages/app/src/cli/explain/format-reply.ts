// A reply on paper: its words with carets, what the server says, the verdict, what to do now.

import type { ReplyExplanation } from '@carom/core'
import { formatMarkedReply } from './marks.ts'
import { formatPlatforms } from './format-platforms.ts'
import { joinSections, judgementEntries, labelled, paragraph, type Layout } from './page.ts'

export function formatReply(
  explanation: ReplyExplanation, layout: Layout, hasPlatforms: boolean = true,
): string {
  const { text, deciding, sentence, judgement, notes, platforms } = explanation
  return joinSections([
    formatMarkedReply(text, deciding, layout),
    paragraph(sentence, layout),
    judgementEntries(judgement, layout, 'unknown: neither words nor codes tell')
      + formatGrounds(explanation, layout),
    notes.map((note) => paragraph(note, layout)).join(''),
    hasPlatforms ? formatPlatforms(platforms, layout) : '',
  ])
}

/** How sure, how decided, and what the codes and marks say. */
export function formatGrounds(explanation: ReplyExplanation, layout: Layout): string {
  const { verdict, how, rule, runnerUp, code, receiver, tags } = explanation
  const next = runnerUp === undefined ? ''
    : `; next: ${runnerUp.reason} (${percent(runnerUp.confidence)})`
  return labelled('How sure', `${percent(verdict.confidence)}${next}`, layout)
    + labelled('Decided by', how, layout)
    + (rule === undefined ? '' : labelled('Rule', rule, layout))
    + (code === undefined ? '' : labelled('Code', `${code.code}: ${code.headline}`, layout))
    + (verdict.command === undefined ? '' : labelled('Answer to', verdict.command, layout))
    + (receiver === undefined ? '' : labelled('Receiver', receiver, layout))
    + tags.map(({ word, headline, meaning }) =>
      labelled('Mark', `${word} is ${headline}: ${meaning}`, layout)).join('')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
