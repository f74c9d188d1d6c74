// How much of the truth the engine finds: shares of right answers over messages and over reply
// texts.

import type { CaromEvent, Engine } from '../../packages/core/src/index.ts'
import { reasonFact } from '../../packages/core/src/index.ts'
import type { Reason } from '../../packages/core/src/index.ts'
import { readCorpusFile, readMessageTruths, readReplyTruths } from './corpus.ts'
import type { MessageTruth, RecipientTruth, ReplyTruth } from './corpus.ts'

/** Right answers of all; names say what counts. */
export type Share = { right: number; all: number }
export type Figures<Name extends string> = Readonly<Record<Name, Share>>

export type MessageFigure =
  | 'recognised' | 'recipients' | 'reason' | 'permanence' | 'kind'
  | 'notTakenForFailure' | 'keptGood' | 'droppedBad'
export type ReplyFigure = 'reason' | 'reasonNotEnglish' | 'keptGood' | 'droppedBad'

export function measureMessages(engine: Engine): Figures<MessageFigure> {
  const figures = emptyFigures<MessageFigure>([
    'recognised', 'recipients', 'reason', 'permanence', 'kind',
    'notTakenForFailure', 'keptGood', 'droppedBad',
  ])
  for (const truth of readMessageTruths()) {
    const { events } = engine.readMessage(readCorpusFile('messages', truth.file))
    if (truth.kind.includes('failed')) weighBounce(figures, truth, events)
    else weighOther(figures, truth, events)
  }
  return figures
}

export function measureReplies(engine: Engine): Figures<ReplyFigure> {
  const figures = emptyFigures<ReplyFigure>([
    'reason', 'reasonNotEnglish', 'keptGood', 'droppedBad',
  ])
  for (const truth of readReplyTruths()) {
    const { text, replyCode, enhancedCode, command, host } = truth
    const verdict = engine.classify({ text, replyCode, enhancedCode, command, host })
    if (truth.reason !== 'unknown') {
      const isRight = [truth.reason, ...truth.accept ?? []].includes(verdict.reason)
      count(figures.reason, isRight)
      if (!isEnglish(truth)) count(figures.reasonNotEnglish, isRight)
    }
    if (truth.remedy === 'suppress') count(figures.droppedBad, verdict.remedy === 'suppress')
    else if (truth.remedy !== undefined) count(figures.keptGood, verdict.remedy !== 'suppress')
  }
  return figures
}

function weighOther(
  figures: Figures<MessageFigure>, truth: MessageTruth, events: readonly CaromEvent[],
): void {
  count(figures.notTakenForFailure, events.every(({ kind }) => kind !== 'failed'))
  if (truth.kind.includes('none')) return
  count(figures.kind, events.some(({ kind }) => truth.kind.includes(kind)))
}

function weighBounce(
  figures: Figures<MessageFigure>, truth: MessageTruth, events: readonly CaromEvent[],
): void {
  const failed = events.filter(({ kind }) => kind === 'failed')
  count(figures.recognised, failed.length > 0)
  if (truth.recipients === undefined) return
  const found = truth.recipients.map((wanted) => failed.find((event) => isAbout(event, wanted)))
  const addresses = new Set(failed.map(({ recipient }) => bare(recipient)))
  count(
    figures.recipients, addresses.size === truth.recipients.length && !found.includes(undefined),
  )
  if (failed.length === 0) return
  truth.recipients.forEach((wanted, i) => {
    weighReason(figures, wanted, found[i] ?? failed[0] as CaromEvent)
  })
  if (truth.permanence === undefined) return
  count(figures.permanence, failed.every(({ permanence }) => permanence === truth.permanence))
}

function weighReason(
  figures: Figures<MessageFigure>, { reason }: RecipientTruth, event: CaromEvent,
): void {
  if (reason === undefined) return
  count(figures.reason, reason.includes(event.reason))
  const suppressing = reason.filter((name) => reasonFact(name as Reason).remedy === 'suppress')
  if (suppressing.length === reason.length) count(figures.droppedBad, event.remedy === 'suppress')
  else if (suppressing.length === 0) count(figures.keptGood, event.remedy !== 'suppress')
}

function isAbout(event: CaromEvent, { address }: RecipientTruth): boolean {
  const own = new Set([event.recipient, event.finalRecipient, event.originalRecipient].map(bare))
  return address.some((wanted) => own.has(bare(wanted)))
}

function isEnglish({ lang, traits }: ReplyTruth): boolean {
  return (lang ?? 'en') === 'en' && traits?.includes('non-english') !== true
}

function bare(address: string | undefined): string {
  return (address ?? '').trim().replace(/^<|>$/g, '').toLowerCase()
}

function count(share: Share, isRight: boolean): void {
  share.all++
  if (isRight) share.right++
}

function emptyFigures<Name extends string>(names: readonly Name[]): Record<Name, Share> {
  const figures = names.map((name): [Name, Share] => [name, { right: 0, all: 0 }])
  return Object.fromEntries(figures) as Record<Name, Share>
}
