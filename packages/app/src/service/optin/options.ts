// What an operator says about double opt-in, with the default of each setting.

import type { RelayOptions } from '../bounce/options.ts'

export const OPTIN_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const

export type OptinLanguage = (typeof OPTIN_LANGUAGES)[number]

/** An operator's own mail; {link}, {list}, {address} and {time} are filled in. */
export type OptinMail = {
  readonly language: OptinLanguage
  /** One line. */
  readonly subject: string
  /** Has {link} in it. */
  readonly text: string
  /** A whole document with {link} in it. @default the mail is text alone */
  readonly html?: string | undefined
}

export const MAIL_PLACES = ['link', 'list', 'address', 'time'] as const

export type OptinList = {
  /** As sending systems name it. */
  readonly name: string
  /** As people know it. */
  readonly title: string
  /** @default that of all lists */
  readonly language?: OptinLanguage | undefined
  /** Origins whose pages may have a form for it; empty: it is not open to the public. */
  readonly formOrigins: readonly string[]
  /** By language. @default Carom's own words */
  readonly mails?: readonly OptinMail[] | undefined
}

export type OptinOptions = {
  readonly enabled: boolean
  /** Address in From. */
  readonly from?: string | undefined
  /** Name in From. */
  readonly fromName?: string | undefined
  readonly language: OptinLanguage
  /** How long a link can be confirmed, in hours. */
  readonly ttlHours: number
  /** Between two mails to one address for one list, in minutes. */
  readonly resendMinutes: number
  /** Mails of one request. */
  readonly resendMax: number
  readonly perAddressDay: number
  readonly perListDay: number
  readonly perIpDay: number
  /** How long what was never confirmed is kept, in days. */
  readonly keepPendingDays: number
  /** How long a link to mend an address works, in days. */
  readonly fixDays: number
  /** Where people may be led to once they have confirmed. */
  readonly redirectOrigins: readonly string[]
  /** Bounces come back to a token at this domain. */
  readonly returnPath?: { readonly domain: string; readonly prefix: string } | undefined
  readonly lists: readonly OptinList[]
  /** @default that of `bounce` */
  readonly relay?: RelayOptions | undefined
}

export const OPTIN_DEFAULTS: OptinOptions = {
  enabled: false, language: 'en', ttlHours: 72, resendMinutes: 10, resendMax: 3, perAddressDay: 5,
  perListDay: 10_000, perIpDay: 30, keepPendingDays: 30, fixDays: 30, redirectOrigins: [],
  lists: [],
}

/** The operator's own mail of a list in a language. */
export function mailOf(
  { lists }: Pick<OptinOptions, 'lists'>, list: string, language: OptinLanguage,
): OptinMail | undefined {
  return lists.find(({ name }) => name === list)?.mails?.find((mail) => mail.language === language)
}

/** How a list is called towards people. */
export function titleOf({ lists }: Pick<OptinOptions, 'lists'>, list: string): string {
  return lists.find(({ name }) => name === list)?.title ?? list
}
