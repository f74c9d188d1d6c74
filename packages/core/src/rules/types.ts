// The vocabulary of verdicts and the shapes in which knowledge is written down as data.

import type { SmtpCommand } from '../smtp/command.ts'

export type { SmtpCommand } from '../smtp/command.ts'

/** The 43 reasons: why a message was not delivered (or why it is no bounce at all). */
export type Reason =
  | 'mailbox-unknown' | 'mailbox-disabled' | 'mailbox-moved' | 'address-syntax'
  | 'domain-unknown' | 'domain-no-mail'
  | 'recipient-refused' | 'recipient-restricted' | 'list-suppressed'
  | 'mailbox-full' | 'mailbox-busy' | 'greylisted' | 'rate-limited' | 'too-many-recipients'
  | 'server-busy' | 'server-error' | 'system-full' | 'network-error' | 'dns-failure'
  | 'routing-error' | 'expired'
  | 'ip-blocklisted' | 'ip-reputation' | 'domain-reputation' | 'reverse-dns' | 'auth-failure'
  | 'sender-rejected' | 'relay-denied' | 'smtp-auth-required' | 'tls-required'
  | 'spam-content' | 'policy' | 'virus' | 'content-rejected' | 'too-large'
  | 'not-rfc-compliant' | 'protocol-error'
  | 'auto-reply' | 'challenge' | 'delayed' | 'complaint' | 'delivered'
  | 'unknown'

/** What the server claimed: 5xx, 4xx, or nothing that could be read. */
export type Permanence = 'permanent' | 'transient' | 'unknown'

/** What the sender should do. */
export type Remedy = 'suppress' | 'retry' | 'fix' | 'none'

/** Whom the failure concerns. */
export type Scope =
  | 'address' | 'domain' | 'sender-ip' | 'sender-domain' | 'message' | 'network' | 'unknown'

/** The label people use; null when it is not a bounce. */
export type BounceType = 'hard' | 'soft' | null

/** A piece of evidence: which rule spoke, about which words of which part. */
export type Because = {
  /** The id of the rule, a path such as `google/over-quota` or `grammar/mailbox+unknown`. */
  readonly rule: string
  /** Where the words stand: `reply`, `enhanced-code`, `reply-code`, `command`, … */
  readonly part: string
  /** The words themselves. */
  readonly text: string
  /** Their place in `diagnostic`, as string indexes `[from, to)`. */
  readonly span: readonly [number, number]
}

/** What a reply means. */
export type Verdict = {
  readonly reason: Reason
  readonly permanence: Permanence
  readonly remedy: Remedy
  readonly scope: Scope
  readonly bounceType: BounceType
  /** How sure, from 0 to 1. */
  readonly confidence: number
  readonly because: readonly Because[]
  /** The text as it was read, where it came wrongly decoded; the spans point into it. */
  readonly readAs?: string
  /** The receiver's operator (`google`, `microsoft`, …) where known. */
  readonly provider?: string
  readonly blocklist?: { readonly name: string; readonly zone?: string }
  readonly retryAfterSeconds?: number
  readonly replyCode?: number
  readonly enhancedCode?: string
  readonly command?: SmtpCommand
}

/** One language: words, stems and set phrases, and the concepts they stand for. */
export type Lexicon = {
  /** BCP 47 tag. */
  readonly lang: string
  /** Frequent function words; two of them in a text say that it is in this language. */
  readonly marks: string
  /**
   * Concepts (one, or several with spaces between) → comma-separated words and phrases.
   * `word` whole word · `stem*` any ending · `?word` counts only where the text is in this
   * language. Case, accents, width and punctuation between words do not matter.
   */
  readonly words: Readonly<Record<string, string>>
}

/** The replies of one receiver. */
export type ProviderRules = {
  readonly id: string
  readonly name: string
  /** Host name endings of its MX and of its mail domains, without a leading dot. */
  readonly hosts: readonly string[]
  /** Literal pieces of reply text that only this receiver writes. */
  readonly fingerprints?: readonly string[]
  /** Where the operator, or those who watched it, say what the replies mean. */
  readonly sources?: readonly string[]
  readonly replies: readonly ProviderReply[]
}

export type ProviderReply = {
  /** Unique within the provider; with its id it makes the rule id: `google/over-quota`. */
  readonly id: string
  /** Literal text, compared without case, accents and punctuation. Absent: the codes decide. */
  readonly match?: string
  /** `550`; a single digit stands for its whole class. */
  readonly replyCode?: number
  /** `5.7.1`; a first `x` stands for 4 or 5: `x.7.1`; details may be a range: `5.7.606-649`. */
  readonly enhancedCode?: string
  readonly reason: Reason
  /** The literal is telling enough to count whoever the receiver is. */
  readonly anywhere?: true
}

/** The weights of the learned model, packed, as `npm run train` writes them. */
export type ModelData = {
  readonly classes: number
  /** What one step of a weight is worth. */
  readonly scale: number
  /** How many rows have one cell, two, and so on; in the end, how many are wide. */
  readonly rows: readonly number[]
  /** Base64 digits: the hashes of the rows, as steps from one to the next. */
  readonly keys: string
  /**
   * As classify/load-model.ts reads them: for each cell of narrow rows the classes between it and
   * the one before, and its steps; for wide rows all steps.
   */
  readonly cells: string
}

/** A fixed sentence of known software, whoever the receiver is. */
export type PhraseRule = { readonly id: string; readonly reason: Reason; readonly match: string }

/** What the packed rules are built from. */
export type AutomatonSource = {
  readonly lexicons: readonly Lexicon[]
  readonly phrases: readonly PhraseRule[]
  readonly providers: readonly ProviderRules[]
  /** Sentences that stand around any cause. */
  readonly wrappers: readonly string[]
  /** Names of concepts, groups of them, and reason → patterns. */
  readonly concepts: readonly string[]
  readonly groups: Readonly<Record<string, string>>
  readonly patterns: Readonly<Partial<Record<Reason, readonly string[]>>>
}

/** All surface forms, in the order of their letters; written by `npm run generate`. */
export type PackedAutomaton = {
  /** Folded letters with what ends there, as classify/read-words.ts reads them. */
  readonly words: string
  readonly wordCount: number
  /** How many things end with them. */
  readonly ends: number
  /** Places where something ends, or where a word does and others may follow. */
  readonly nodes: number
  /** A line for each thing that surface forms stand for. */
  readonly entries: string
  /** The entries after them: how many literals the rules have. */
  readonly literals: number
}
