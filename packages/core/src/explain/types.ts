// What an explanation is: plain words as data, for a terminal, a page or a program to show.

import type { Fault } from '../rules/reasons.ts'
import type { PlatformView } from '../rules/platforms/types.ts'
import type { BounceType, Permanence, Reason, Remedy, Scope, Verdict } from '../rules/types.ts'

/** A reason with everything a person asks of it. */
export type Judgement = {
  readonly reason: Reason
  readonly title: string
  readonly meaning: string
  readonly bounceType: BounceType
  readonly permanence: Permanence
  readonly remedy: Remedy
  readonly scope: Scope
  readonly fault: Fault
  /** Whose side has to change something, a sentence. */
  readonly whose: string
  readonly advice: string
  /** How far the code alone tells it, from 0 to 1. */
  readonly trust?: number
}

/** A document that defines something. */
export type Reference = {
  /** `RFC 3463 §3.2`, `IANA registry`, `Gmail`. */
  readonly name: string
  readonly title?: string
  readonly url?: string
}

/** One thing that receivers use a code for. */
export type Use = {
  readonly reason: Reason
  readonly title: string
  /** Hard or soft, once the words say that this is meant. */
  readonly bounceType: BounceType
  /** Names of receivers, those with most mailboxes first. */
  readonly receivers: readonly string[]
  readonly seen?: number
}

export type PlatformLabel = {
  readonly platform: string
  readonly name: string
  /** What the label is called in its reports. */
  readonly field: string
  /** All labels in use for the reason, the usual one first; empty where it has none. */
  readonly labels: readonly LabelInUse[]
}

export type LabelInUse = {
  readonly label: string
  readonly name?: string
  readonly view: PlatformView
}

/** What a number means in the compact table, and what in the reply of a server. */
export type CompactReading = {
  readonly compact: number
  readonly enhanced: string
  readonly name: string
  readonly bounceType: 'hard' | 'soft'
  readonly origin: string
  /** Which of the readings a mail server's reply means, in sentences. */
  readonly answer: string
}

export type ReplyCodeNote = {
  readonly code: number
  readonly meaning: string
  readonly classMeaning: string
  readonly known: boolean
  readonly definedBy: readonly Reference[]
  /** The same code as the answer to a command, where that says more. */
  readonly byCommand: readonly CommandUse[]
  readonly collected?: number
  readonly uses: readonly Use[]
  readonly judgement?: Judgement
  readonly compact?: CompactReading
}

export type CommandUse = {
  readonly command: string
  readonly reason: Reason
  readonly title: string
}

export type VendorNote = {
  readonly vendor: string
  /** `x.7.606-649` where it is one of a range. */
  readonly code: string
  readonly meaning: string
  /** The registry gives the number another meaning. */
  readonly differs: boolean
  readonly judgement: Judgement
}

export type EnhancedCodeNote = {
  /** `5.1.1`, `x.1.1`, `5.7.x`. */
  readonly code: string
  readonly name?: string
  readonly meaning: string
  readonly classMeaning?: string
  readonly subjectMeaning?: string
  /** It stands in the registry or a vendor is known to use it. */
  readonly known: boolean
  readonly definedBy: readonly Reference[]
  /** Reply codes that the registry pairs with it. */
  readonly paired: readonly number[]
  readonly vendors: readonly VendorNote[]
  readonly uses: readonly Use[]
  /** One where the class is given; one for 5 and one for 4 where it is `x`. */
  readonly judgements: readonly { readonly code: string; readonly judgement: Judgement }[]
}

export type CodeExplanation = {
  readonly kind: 'code'
  /** As understood: `550 5.1.1`. */
  readonly code: string
  readonly known: boolean
  readonly headline: string
  readonly meaning: string
  readonly reply?: ReplyCodeNote
  readonly enhanced?: EnhancedCodeNote
  /** What to make of it; `unknown` where the code leaves it to the words. */
  readonly judgement: Judgement
  /** The codes of a family such as `5.7.x` or `4xx`. */
  readonly members: readonly { readonly code: string; readonly meaning: string }[]
  /** What else has to be said: classes that disagree, a code that tells nothing. */
  readonly notes: readonly string[]
  readonly platforms: PlatformTable
}

/** How platforms call a reason. */
export type PlatformTable = { readonly reason: Reason; readonly labels: readonly PlatformLabel[] }

/** A reason, a receiver's mark, a platform's label or a public block list. */
export type WordExplanation = {
  readonly kind: 'reason' | 'tag' | 'label' | 'blocklist'
  readonly word: string
  readonly headline: string
  readonly meaning: string
  readonly definedBy: readonly Reference[]
  readonly judgement: Judgement
  /** Of a reason: what is said when it is this one, and what is near and yet another. */
  readonly says?: string
  readonly unlike?: string
  /** The other reasons behind a label. */
  readonly others: readonly Reason[]
  readonly platforms: PlatformTable
}

/** Words of a reply that decided, and what they mean. */
export type DecidingWords = {
  readonly text: string
  /** Place in the reply, as string indexes `[from, to)`. */
  readonly span: readonly [number, number]
  readonly meaning: string
}

export type RunnerUp = {
  readonly reason: Reason
  readonly title: string
  readonly confidence: number
}

export type ReplyExplanation = {
  readonly kind: 'reply'
  readonly text: string
  readonly verdict: Verdict
  readonly judgement: Judgement
  /** What the server says, in plain words, quoting its own. */
  readonly sentence: string
  readonly deciding: readonly DecidingWords[]
  /** How it was decided, a sentence; and the rule's id. */
  readonly how: string
  readonly rule?: string
  /** The next best reading, where there is one. */
  readonly runnerUp?: RunnerUp
  /** The codes of the reply. */
  readonly code?: CodeExplanation
  /** Name of the receiver, where it is known. */
  readonly receiver?: string
  /** Marks of the receiver found in the text. */
  readonly tags: readonly WordExplanation[]
  readonly notes: readonly string[]
  readonly platforms: PlatformTable
}
