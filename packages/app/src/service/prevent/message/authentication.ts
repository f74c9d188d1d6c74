// The signatures of a message (RFC 6376): whether they hold, whose they are, what they cover.

import type { Message } from '@carom/core'
import { isAligned } from '../dns/aligned.ts'
import { resolverOf } from '../dns/resolver.ts'
import type { Dns } from '../dns/types.ts'
import { parseTags } from '../domain/tags.ts'
import type { MessageFinding } from './types.ts'

const base = { area: 'authentication', source: 'RFC 6376 §6' } as const
/** Fields that a signature must cover so that nobody can change what is shown. */
const WANTED = ['from', 'subject', 'date', 'to', 'message-id']

export async function checkAuthentication(
  message: Message, dns: Dns | undefined,
): Promise<MessageFinding[]> {
  const signatures = message.headers('dkim-signature')
  if (signatures.length === 0) {
    return [{ ...base, id: 'authentication/no-dkim', severity: 'weak',
      text: 'The message has no DKIM signature. That is right where the server that sends it ' +
        'adds one; else Gmail and Yahoo refuse it as bulk mail.' }]
  }
  const findings = signatures.flatMap(checkTags)
  if (dns === undefined) return findings
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js')
  const { results } = await dkimVerify(Buffer.from(message.bytes), { resolver: resolverOf(dns) })
  const from = (/@([^@<>\s]+?)>?\s*$/.exec(message.header('from') ?? '')?.[1] ?? '').toLowerCase()
  const states = results.map(({ signingDomain = '', status: { result, comment = '' } }) =>
    ({ domain: signingDomain.toLowerCase(), result, comment }))
  return [
    ...findings, ...states.map(({ domain, result, comment }): MessageFinding => result === 'pass'
      ? { ...base, id: 'authentication/dkim-good', severity: 'good',
        text: `The signature of ${domain} holds.` }
      : { ...base, id: `authentication/dkim-${result}`,
        severity: result === 'temperror' ? 'unknown' : 'broken',
        text: `The signature of ${domain} does not hold: ${comment === '' ? result : comment}.` }),
    ...checkAlignment(states, from),
  ]
}

function checkAlignment(
  states: readonly { readonly domain: string; readonly result: string }[], from: string,
): MessageFinding[] {
  const holding = states.filter(({ result }) => result === 'pass')
  const isOwn = holding.some(({ domain }) => isAligned(domain, from))
  return isOwn || holding.length === 0 ? [] : [{
    ...base, id: 'authentication/not-aligned', severity: 'broken', source: 'RFC 9989 §4.4',
    text: `No signature belongs to ${from}, the domain in From: DKIM does not count for DMARC.`,
    advice: 'Let the sending service sign with your own domain.' }]
}

function checkTags(signature: string): MessageFinding[] {
  const tags = parseTags(signature)
  const tag = (name: string): string | undefined => tags.get(name)
  const signed = tag('h')?.toLowerCase().split(':').map((name) => name.trim()) ?? []
  const uncovered = WANTED.filter((name) => !signed.includes(name))
  return [
    ...tag('l') === undefined ? [] : [{ ...base, id: 'authentication/dkim-length', severity: 'weak',
      source: 'RFC 6376 §8.2',
      text: 'A signature covers only the beginning of the body (l=): anybody can add to it, and ' +
        'some receivers ignore such signatures.' } as const],
    ...tag('a')?.toLowerCase() === 'rsa-sha1' ? [{ ...base, id: 'authentication/dkim-sha1',
      severity: 'broken', source: 'RFC 8301 §3.1',
      text: 'A signature uses SHA-1, which receivers do not take any more.' } as const] : [],
    ...uncovered.length === 0 ? [] : [{ ...base, id: 'authentication/dkim-uncovered',
      severity: uncovered.includes('from') ? 'broken' : 'note', source: 'RFC 6376 §5.4',
      text: `A signature does not cover ${uncovered.join(', ')}.` } as const],
  ]
}
