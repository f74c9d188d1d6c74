// The header of a message that is to be sent: what RFC 5322 asks for and filters look at.

import type { Message } from '@carom/core'
import { checkSyntax } from '@carom/core/prevent'
import type { MessageFinding } from './types.ts'

const base = { area: 'headers', source: 'RFC 5322 §3.6' } as const

/** Fields of which there may be one (RFC 5322 §3.6). */
const SINGLE = [
  'from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'message-id', 'in-reply-to', 'references',
  'subject', 'date',
]
const DAY_MS = 86_400_000
const LINE_BYTES_MAX = 998
const SUBJECT_CHARS_MAX = 78

export function checkHeaders(message: Message, now: number): MessageFinding[] {
  return [
    ...checkCounts(message), ...checkFrom(message), ...checkDate(message, now),
    ...checkMessageId(message), ...checkSubject(message), ...checkLines(message),
  ]
}

function checkCounts(message: Message): MessageFinding[] {
  const repeated = SINGLE.filter((name) => message.headers(name).length > 1)
  const isToNobody = !['to', 'cc', 'bcc'].some((name) => message.header(name) !== undefined)
  return [
    ...repeated.map((name): MessageFinding => ({
      ...base, id: 'headers/repeated', severity: 'broken',
      text: `The field ${name} is there ${message.headers(name).length} times: Gmail and others ` +
        'refuse that.',
    })),
    ...isToNobody ? [{ ...base, id: 'headers/to-nobody', severity: 'weak',
      text: 'There is no To field: filters take that for spam.' } as const] : [],
  ]
}

function checkFrom(message: Message): MessageFinding[] {
  const from = message.headerText('from')
  if (from === undefined || from.trim() === '') {
    return [{ ...base, id: 'headers/no-from', severity: 'broken', text: 'There is no From field.' }]
  }
  const address = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from.trim()
  const syntax = checkSyntax(address)
  if (syntax.kind === 'invalid') {
    return [{ ...base, id: 'headers/bad-from', severity: 'broken',
      text: `From names no address that mail can be sent to (${syntax.problem}).` }]
  }
  const shown = /^(.*)<[^<>]*>\s*$/s.exec(from)?.[1] ?? ''
  const other = shown.split(/[\s"'(),:;<>]/).map((word) => checkSyntax(word))
    .find((word) => word.kind === 'valid')?.address
  return other === undefined || other.toLowerCase() === syntax.address.toLowerCase() ? [] : [{
    ...base, id: 'headers/other-address-shown', severity: 'broken',
    text: `The name in From shows ${other}, but the mail comes from ${syntax.address}: that is ` +
      'how fraud looks.',
  }]
}

function checkDate(message: Message, now: number): MessageFinding[] {
  const text = message.header('date')
  if (text === undefined) {
    return [{ ...base, id: 'headers/no-date', severity: 'broken', text: 'There is no Date field.',
      advice: 'Most sending programs add it; some receivers refuse mail without one.' }]
  }
  const comment = text.indexOf('(')
  const at = Date.parse(comment < 0 ? text : text.slice(0, comment))
  if (Number.isNaN(at)) {
    return [{ ...base, id: 'headers/bad-date', severity: 'weak', source: 'RFC 5322 §3.3',
      text: 'The date cannot be read.' }]
  }
  return at - now > DAY_MS ? [{ ...base, id: 'headers/date-ahead', severity: 'weak',
    text: 'The date lies more than a day ahead: filters count that.' }] : []
}

function checkMessageId(message: Message): MessageFinding[] {
  const id = message.header('message-id')
  if (id === undefined) {
    return [{ ...base, id: 'headers/no-message-id', severity: 'broken', source: 'RFC 5322 §3.6.4',
      text: 'There is no Message-ID: Gmail refuses mail without one, and bounces cannot be ' +
        'joined to the message.' }]
  }
  return /^<[^<>@\s]+@[^<>@\s]+>$/.test(id.trim()) ? [] : [{
    ...base, id: 'headers/bad-message-id', severity: 'weak', source: 'RFC 5322 §3.6.4',
    text: 'The Message-ID does not have the form <left@right>.' }]
}

function checkSubject(message: Message): MessageFinding[] {
  const subject = (message.headerText('subject') ?? '').trim()
  const letters = subject.replaceAll(/[^\p{L}]/gu, '')
  const isFalseReply = /^(?:re|fwd?|aw|wg|sv|tr)\s*:/i.test(subject) &&
    message.header('in-reply-to') === undefined && message.header('references') === undefined
  const isShouted = letters.length > 8 && letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase()
  const faults: (readonly [boolean, string, string])[] = [
    [subject === '', 'no-subject', 'There is no subject.'],
    [isShouted, 'shouted-subject', 'The subject is in capital letters.'],
    [isFalseReply, 'false-reply', 'The subject says that it answers something, and it does not.'],
    [/[!?]{3,}|[$€£]{2,}/.test(subject), 'subject-signs', 'The subject heaps up signs.'],
  ]
  return [
    ...faults.filter(([is]) => is).map(([, id, text]): MessageFinding => ({
      ...base, id: `headers/${id}`, severity: 'weak', text,
    })),
    ...[...subject].length <= SUBJECT_CHARS_MAX ? [] : [{
      ...base, id: 'headers/long-subject', severity: 'note',
      text: `The subject has ${[...subject].length} characters; most programs show 40 to 78.`,
    } as const],
  ]
}

/** Lines of the header as they stand in the bytes. */
function checkLines(message: Message): MessageFinding[] {
  const { bytes, from, bodyFrom } = message
  const head = Buffer.from(bytes.subarray(from, bodyFrom)).toString('latin1')
  const longest = Math.max(0, ...head.split(/\r?\n/).map((line) => line.length))
  return [
    ...longest <= LINE_BYTES_MAX ? [] : [{ ...base, id: 'headers/long-line', severity: 'broken',
      source: 'RFC 5322 §2.1.1',
      text: `A header line has ${longest} bytes; servers refuse more than 998.` } as const],
    ...!/[\x80-\xff]/.test(head) ? [] : [{ ...base, id: 'headers/raw-8-bit', severity: 'weak',
      source: 'RFC 6532 §3',
      text: 'The header holds letters beyond ASCII that are not encoded: servers without ' +
        'SMTPUTF8 refuse that.', advice: 'Encode them as RFC 2047 says: =?UTF-8?Q?…?=' } as const],
  ]
}
