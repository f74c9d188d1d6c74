// What may stand in carom.yaml about double opt-in.

import { z } from 'zod'
import {
  MAIL_PLACES, OPTIN_DEFAULTS, OPTIN_LANGUAGES, type OptinList, type OptinMail, type OptinOptions,
} from '../optin/options.ts'
import { choice, domain, flag, list, name, section, text, whole } from './fields.ts'
import { RELAY } from './schema-mail.ts'

const D = OPTIN_DEFAULTS
const ADDRESS = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,255}$/u
const NO_CONTROLS = /^[^\p{Cc}]{1,120}$/u
const ORIGIN = /^https?:\/\/[a-z\d.:[\]-]{1,255}$/
const PREFIX = /^[\w.-]{0,20}[+=.-]$/

const origins = (description: string): z.ZodType<string[]> =>
  list(text('An origin such as https://www.example.com.', 'an origin such as ' +
    'https://www.example.com, without a path', ORIGIN), 100, description)

const PLACES = MAIL_PLACES.map((place) => `{${place}}`).join(', ')
const MAIL_CHARS_MAX = 100_000

/** A template: {link} has to be in it where the mail would be of no use without. */
const template = (
  description: string, { isLine = false }: { readonly isLine?: boolean } = {},
): z.ZodType<string> => {
  const most = isLine ? 200 : MAIL_CHARS_MAX
  const allowed = isLine
    ? `a line of ${most} characters at most; ${PLACES} are filled in, and nothing else`
    : `a text with {link} in it or \${file:PATH}; ${PLACES} are filled in, and nothing else`
  const controls = isLine ? /\p{Cc}/u : /[^\P{Cc}\n\r\t]/u
  const isRight = (value: string): boolean => value.length > 0 && value.length <= most &&
    !controls.test(value) && (isLine || value.includes('{link}')) &&
    [...value.matchAll(/\{(\w+)\}/g)].every(([, place]) =>
      (MAIL_PLACES as readonly string[]).includes(place as string))
  return z.string({ error: () => allowed }).refine(isRight, { error: () => allowed })
    .meta({ description, allowed })
}

const MAIL: z.ZodType<OptinMail> = section({
  language: choice(OPTIN_LANGUAGES, 'Language of this mail.'),
  subject: template('Subject.', { isLine: true }),
  text: template('The mail as text.'),
  html: template('The mail as HTML, a whole document; absent: text alone.').optional(),
}, 'A mail in your own words.')

const LIST: z.ZodType<OptinList> = section({
  name: name('Its name in the API.'),
  title: text('Its name for people.', 'a text of 120 characters at most', NO_CONTROLS),
  language: choice(OPTIN_LANGUAGES, 'Language of its mails; absent: that of all.').optional(),
  formOrigins: origins('Web pages of these origins may have a form for it, which needs no key; ' +
    'empty: none may.').default([]),
  mails: list(MAIL, OPTIN_LANGUAGES.length, 'Mails in your own words, by language; other ' +
    'languages have the usual words.').default([]),
}, 'A list.')

/** Asking people to confirm their addresses. */
export const OPTIN: z.ZodPrefault<z.ZodType<OptinOptions>> = section({
  enabled: flag('Ask people to confirm. Needs http.publicUrl, from, and a relay.')
    .default(D.enabled),
  from: text('Address in From.', 'an address', ADDRESS).optional(),
  fromName: text('Name in From.', 'a text of 120 characters at most', NO_CONTROLS).optional(),
  language: choice(OPTIN_LANGUAGES, 'Language where neither request nor list says.')
    .default(D.language),
  ttlHours: whole(1, 720, 'How long a link can be confirmed, in hours.').default(D.ttlHours),
  resendMinutes: whole(1, 1_440, 'Between two mails to one address for one list, in minutes.')
    .default(D.resendMinutes),
  resendMax: whole(1, 20, 'Mails of one request until its link expires; and wishes of one link ' +
    'to mend an address.').default(D.resendMax),
  perAddressDay: whole(1, 100, 'Mails to one mailbox in a day, for whatever lists.')
    .default(D.perAddressDay),
  perListDay: whole(1, 100_000_000, 'Mails for one list in a day.').default(D.perListDay),
  perIpDay: whole(1, 100_000, 'Mails that one IPv4 address or IPv6 /64 may cause in a day ' +
    'through forms and pages.').default(D.perIpDay),
  keepPendingDays: whole(1, 3_650, 'How long what was never confirmed is kept, in days.')
    .default(D.keepPendingDays),
  fixDays: whole(1, 365, 'How long a link to mend an address works, in days.').default(D.fixDays),
  redirectOrigins: origins('Where people may be led to once they have confirmed.')
    .default([...D.redirectOrigins]),
  returnPath: section({
    domain: domain('Where bounces are taken in, one of smtp.domains or lmtp.domains.'),
    prefix: text('What the local part begins with.', 'a word that ends in + = . or -', PREFIX)
      .default('bounces+'),
  }, 'Bounces come back to a return-path token; absent: to `from`. Needs keys of tokens.')
    .optional(),
  lists: list(LIST, 1_000, 'Lists that are more to people than their name.').default([]),
  relay: RELAY.optional(),
}, 'Double opt-in and the page where people mend their addresses. See docs/optin.md.').prefault({})
