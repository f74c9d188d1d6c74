// What the lookup page asks and what it is answered: plain data that passes to a worker and back.

import type { CaromEvent, Candidate, ReplyExplanation } from '@carom/core'
import type { CodeExplanation, WordExplanation } from '@carom/core/codes'

export type Question =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

export type ExplainedReply = {
  readonly explanation: ReplyExplanation
  /** What else the words and codes could mean, strongest first. */
  readonly candidates: readonly Candidate[]
  /** BCP 47 tag of the language that the text seems to be in. */
  readonly language?: string
}

export type ExplainedEvent = { readonly event: CaromEvent; readonly reply?: ExplainedReply }

export type ExplainedMessage = {
  /** Its place in the file, from 1. */
  readonly number: number
  readonly subject?: string
  readonly date?: string
  readonly events: readonly ExplainedEvent[]
  /** Recipients beyond those of `events`. */
  readonly left: number
  readonly problems: readonly string[]
}

export type Answer =
  | { readonly kind: 'code'; readonly code: CodeExplanation }
  | { readonly kind: 'words'; readonly words: readonly WordExplanation[] }
  | { readonly kind: 'reply'; readonly reply: ExplainedReply }
  | {
    readonly kind: 'messages'
    readonly messages: readonly ExplainedMessage[]
    /** Messages in the file. */
    readonly total: number
    /** Of which no bounce. */
    readonly others: number
  }
  | { readonly kind: 'nothing'; readonly title: string; readonly advice: string }
