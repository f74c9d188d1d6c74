// What double opt-in asks and answers. Times are milliseconds since 1970 UTC.

import type { OptinLanguage } from './options.ts'

export type AskInput = {
  readonly address: string
  readonly list: string
  /** Where the address came from, such as the name of a form or an import. */
  readonly source?: string
  readonly language?: OptinLanguage
  /** Where the person is led to after confirming; its origin must be allowed. */
  readonly redirect?: string
  /** The person asks herself: an own complaint or unsubscription is no hindrance then. */
  readonly byPerson: boolean
  /** Answers what would be, and does nothing. */
  readonly dryRun: boolean
}

export type AskAnswer = {
  /**
   * `pending`: a mail goes out. `confirmed`: it was confirmed before, nothing is sent. `limited`:
   * not before `retryAt`. `refused`: no mail goes to this address.
   */
  readonly status: 'pending' | 'confirmed' | 'limited' | 'refused'
  readonly address: string
  readonly list: string
  readonly id?: string
  readonly expiresAt?: number
  readonly confirmedAt?: number
  readonly retryAt?: number
  /** Of a refusal: `address-invalid`, `redirect-refused`, or what the ledger says. */
  readonly reason?: string
  readonly why?: string
  /** What was probably meant; the address stays as it was given. */
  readonly suggestion?: string
}

/** What one sees behind a link. */
export type PageFacts = {
  readonly language: OptinLanguage
  /** The list as people know it. */
  readonly title: string
  /** Not whole: who has the link need not learn it. */
  readonly address: string
  readonly redirect?: string
}

export type ConfirmView =
  | ({ readonly kind: 'ready' | 'confirmed' | 'expired' } & PageFacts)
  | { readonly kind: 'wrong' }

/** Why mail came back, in the few words that people need. */
export type FixReason = 'unknown' | 'closed' | 'domain' | 'full' | 'refused' | 'other'

export type FixView =
  | ({ readonly kind: 'ready' | 'expired'; readonly why: FixReason } & PageFacts)
  | { readonly kind: 'wrong' }

export type FixInput = {
  readonly address: string
  /** It was asked whether another one is meant, and this one is right. */
  readonly isSure: boolean
}

export type FixAnswer =
  | { readonly kind: 'sent' | 'limited' | 'invalid' | 'same' }
  | { readonly kind: 'suggestion'; readonly suggestion: string }

export type SubscribeInput = {
  readonly address: string
  readonly list: string
  readonly language?: OptinLanguage
  readonly ip: string
}

/** One request to confirm, as lists show it. */
export type OptinRow = {
  readonly id: string
  readonly address: string
  readonly list: string
  readonly status: 'pending' | 'confirmed' | 'expired'
  readonly source: string
  readonly replaces?: string
  readonly askedAt: number
  readonly expiresAt: number
  /** Of a request that is pending again: the last time before. */
  readonly confirmedAt?: number
  readonly mails: number
  readonly mail: 'waiting' | 'sent' | 'failed'
  /** What the relay said last. */
  readonly answer?: string
}

export type OptinFilter = {
  readonly list?: string
  readonly status?: OptinRow['status']
}

export type OptinCounts = {
  readonly asked: number
  readonly confirmed: number
  readonly pending: number
  readonly expired: number
  /** Of those that were asked; absent where nobody was. */
  readonly share?: number
}

/** Addresses, and those of them at which mail failed. */
export type Bounced = {
  readonly addresses: number; readonly bounced: number; readonly rate?: number
}

export type OptinStats = {
  readonly lists: readonly ({ readonly list: string } & OptinCounts)[]
  readonly sources: readonly {
    readonly source: string; readonly confirmed: Bounced; readonly unconfirmed: Bounced
  }[]
}

/** What is known of requests, also where nobody is asked any more. */
export type OptinRecords = {
  /** Newest first. */
  readonly list: (tenant: string, filter: OptinFilter, page: {
    readonly limit: number
    /** `askedAt` and `id` of the last row before. */
    readonly after?: readonly (string | number)[]
  }) => Promise<readonly OptinRow[]>
  readonly stats: (tenant: string) => Promise<OptinStats>
}

export type Optin = OptinRecords & {
  readonly ask: (tenant: string, actor: string, input: AskInput) => Promise<AskAnswer>
  /** From the public form; nobody learns what became of it. */
  readonly subscribe: (input: SubscribeInput) => Promise<void>
  /** Whether pages of this origin may have a form for a list. */
  readonly isOpenTo: (list: string, origin: string | null) => boolean
  readonly look: (token: string) => Promise<ConfirmView>
  readonly confirm: (token: string) => Promise<ConfirmView>
  /** Sends the mail behind an expired link anew, as far as limits allow. */
  readonly again: (token: string, ip: string) => Promise<ConfirmView>
  readonly makeFixLink: (tenant: string, input: {
    readonly address: string; readonly list: string; readonly language?: OptinLanguage
  }) => Promise<{ readonly url: string; readonly expiresAt: number } | undefined>
  readonly lookFix: (token: string) => Promise<FixView>
  readonly fix: (token: string, input: FixInput, ip: string) => Promise<FixAnswer>
  readonly texts: (language: OptinLanguage) => PageTexts
}

/** Texts of the pages; `{list}` and the like are filled in. */
export type PageTexts = Readonly<Record<
  | 'confirmTitle' | 'confirmText' | 'confirmButton' | 'doneTitle' | 'doneText'
  | 'expiredTitle' | 'expiredText' | 'againButton' | 'againTitle' | 'againText'
  | 'wrongTitle' | 'wrongText' | 'askedTitle' | 'askedText' | 'closedTitle' | 'closedText'
  | 'busyTitle' | 'busyText' | 'fixTitle' | 'fixText' | 'fixLabel' | 'fixButton' | 'fixInvalid'
  | 'fixSame' | 'fixMeant' | 'fixUse' | 'fixKeep' | 'fixDoneTitle' | 'fixDoneText', string
>> & { readonly why: Readonly<Record<FixReason, string>> }

/** Texts of the mail. */
export type MailTexts = Readonly<Record<
  'subject' | 'asked' | 'press' | 'button' | 'until' | 'ignore', string>>

export type LanguageTexts = { readonly mail: MailTexts; readonly page: PageTexts }
