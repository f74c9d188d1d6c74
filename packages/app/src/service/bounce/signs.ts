// Signs in a header that a message went to many, beyond the fields that lists should set, and that
// a filter took it for spam.

import type { Message } from '@carom/core'
import { domainOf } from './options.ts'

/** Fields that list managers and mass mailers set, whether or not they set List-Id. */
const LIST_FIELDS = [
  'x-beenthere', 'x-mailman-version', 'x-google-group-id', 'x-list', 'x-list-id', 'x-ml-name',
  'x-mailing-list', 'x-campaign', 'x-campaignid', 'x-campaign-id', 'feedback-id',
  'x-csa-complaints', 'x-mailer-recptid', 'x-listmember', 'x-sympa-to', 'x-listname',
] as const

const LIST_SENDER = /^owner-|-(?:request|owner|bounces?|admin|return)$/i

export function findListSign(
  message: Message, returnPath: string, ownAddresses: readonly string[],
): string | undefined {
  const field = message.fields().find(({ name }) =>
    (LIST_FIELDS as readonly string[]).includes(name))
  if (field !== undefined) return `${field.name}: ${field.value}`
  const sender = message.header('sender') ?? ''
  const address = /<([^<>]*)>/.exec(sender)?.[1] ?? sender.trim()
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).split('+', 1)[0] ?? ''
  if (LIST_SENDER.test(local)) return `sender: ${sender}`
  return isMadeForRecipient(returnPath, ownAddresses) ? `return-path: <${returnPath}>` : undefined
}

/** Only who sends to many makes an envelope sender of its own for each recipient (VERP). */
function isMadeForRecipient(returnPath: string, ownAddresses: readonly string[]): boolean {
  const local = returnPath.slice(0, Math.max(0, returnPath.lastIndexOf('@'))).toLowerCase()
  return ownAddresses.some((own) => {
    const [name, domain] = [own.slice(0, own.lastIndexOf('@')).toLowerCase(), domainOf(own)]
    return local.includes(`${name}=${domain}`) || local.includes(`${name}#${domain}`)
  })
}

/** Fields of filters and what they say of spam. */
const SPAM_FIELDS: readonly (readonly [string, RegExp])[] = [
  ['x-spam-flag', /^\s*yes/i], ['x-spam-status', /^\s*yes/i], ['x-spam', /^\s*(?:yes|spam)/i],
  ['x-spam-check', /^\s*(?:yes|spam)/i], ['x-spam-action', /reject|add header|rewrite/i],
  ['x-rspamd-action', /^(?!\s*(?:no action|greylist))/i], ['x-spamd-result', /: (?:True|spam)\b/],
  ['x-bogosity', /^\s*(?:yes|spam)/i], ['x-dspam-result', /^\s*spam/i],
  ['x-ms-exchange-organization-scl', /^\s*[5-9]\s*$/],
  ['x-forefront-antispam-report', /\bSFV:(?:SPM|SKB|SKS)\b|\bSCL:[5-9]\b/i],
  ['x-virus-status', /^\s*infected/i], ['x-virus-flag', /^\s*yes/i],
]

/** Names that mail programs give to the folder of spam, in the last part of its path. */
const SPAM_FOLDER = /(?:^|[/.])(?:junk(?: e-?mail)?|spam|bulk mail)$/i

export function findSpamSign(
  message: Message, folder: string | undefined,
): string | undefined {
  if (folder !== undefined && SPAM_FOLDER.test(folder)) return `folder: ${folder}`
  for (const [name, pattern] of SPAM_FIELDS) {
    const value = message.headers(name).find((one) => pattern.test(one))
    if (value !== undefined) return `${name}: ${value}`
  }
  return undefined
}
