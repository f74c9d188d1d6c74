// Leaving a list: what Gmail and Yahoo ask of bulk mail since 2024 (RFC 2369, RFC 8058).

import type { Message } from '@carom/core'
import type { MessageFinding } from './types.ts'

const base = { area: 'unsubscribe', source: 'RFC 8058 §3.1' } as const

/** Fields that only mail to many has. */
const BULK_FIELDS = ['list-id', 'list-unsubscribe', 'feedback-id', 'x-campaign-id', 'list-post']

export function looksBulk(message: Message): boolean {
  return BULK_FIELDS.some((name) => message.header(name) !== undefined) ||
    /bulk|list/i.test(message.header('precedence') ?? '')
}

export function checkUnsubscribe(message: Message, isBulk: boolean): MessageFinding[] {
  const field = message.header('list-unsubscribe')
  if (field === undefined) {
    return !isBulk ? [] : [{ ...base, id: 'unsubscribe/none', severity: 'broken',
      text: 'There is no List-Unsubscribe: Gmail and Yahoo ask for it in bulk mail, and people ' +
        'who cannot leave press "spam".',
      advice: 'Add List-Unsubscribe: <https://…> and List-Unsubscribe-Post: ' +
        'List-Unsubscribe=One-Click.' }]
  }
  const uris = [...field.matchAll(/<([^<>]*)>/g)].map(([, uri = '']) => uri.trim())
  const https = uris.filter((uri) => /^https:\/\/[^\s/]/i.test(uri) && URL.canParse(uri))
  const isPost = (message.header('list-unsubscribe-post') ?? '').trim() === ONE_CLICK
  if (uris.length === 0) {
    return [{ ...base, id: 'unsubscribe/no-uri', severity: 'broken', source: 'RFC 2369 §2',
      text: 'List-Unsubscribe holds no address in angle brackets: it counts as missing.' }]
  }
  if (https.length === 0) {
    return [{ ...base, id: 'unsubscribe/no-https', severity: isBulk ? 'broken' : 'weak',
      text: 'List-Unsubscribe has no https address: one click cannot unsubscribe.' }]
  }
  if (!isPost) {
    return [{ ...base, id: 'unsubscribe/not-one-click', severity: isBulk ? 'broken' : 'weak',
      text: 'List-Unsubscribe-Post is missing or not "List-Unsubscribe=One-Click": Gmail and ' +
        'Yahoo do not take it for one click.' }]
  }
  return isSigned(message)
    ? [{ ...base, id: 'unsubscribe/good', severity: 'good', text: 'One click unsubscribes.' }]
    : [{ ...base, id: 'unsubscribe/not-signed', severity: 'weak',
      text: 'No DKIM signature covers both List-Unsubscribe fields: receivers must not use them.',
      advice: 'Add list-unsubscribe and list-unsubscribe-post to h= of the signature.' }]
}

const ONE_CLICK = 'List-Unsubscribe=One-Click'

function isSigned(message: Message): boolean {
  return message.headers('dkim-signature').some((signature) => {
    const names = /(?:^|;)\s*h\s*=([^;]*)/i.exec(signature)?.[1]?.toLowerCase()
      .split(':').map((name) => name.trim()) ?? []
    return names.includes('list-unsubscribe') && names.includes('list-unsubscribe-post')
  })
}
