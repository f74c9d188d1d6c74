// Histories in words: `gone@0..49 delivered@3 full@8:campaign=c,trust=3`, days since a fixed start.

import type { Incident, ManualEntry, Proof, AddressHistory } from '../../src/policy/types.ts'

export const DAY_MS = 86_400_000
/** A Thursday, at midnight UTC. */
export const START = Date.UTC(2026, 0, 1)

type Words = Partial<Omit<Incident, 'id' | 'at'>>

const SUPPRESS: Words = { remedy: 'suppress', fault: 'recipient', permanence: 'permanent' }
const RETRY: Words = { remedy: 'retry', fault: 'recipient', permanence: 'transient' }
const SENDER: Words = { remedy: 'fix', fault: 'sender', permanence: 'permanent', scope: 'sender-ip' }

/** What one word of a history stands for. */
export const INCIDENT_WORDS: Readonly<Record<string, Words>> = {
  gone: { ...SUPPRESS, reason: 'mailbox-unknown', replyCode: 550, enhancedCode: '5.1.1' },
  gone4: {
    ...SUPPRESS, reason: 'mailbox-unknown', permanence: 'transient', replyCode: 450,
    enhancedCode: '4.1.1',
  },
  maybe: {
    ...SUPPRESS, remedy: 'retry', confidence: 0.6, reason: 'mailbox-unknown', replyCode: 550,
  },
  disabled: { ...SUPPRESS, reason: 'mailbox-disabled', replyCode: 550, enhancedCode: '5.2.1' },
  disabled4: {
    ...SUPPRESS, reason: 'mailbox-disabled', permanence: 'transient',
    replyCode: 450, enhancedCode: '4.2.1',
  },
  nodomain: {
    ...SUPPRESS, reason: 'domain-unknown', scope: 'domain', replyCode: 550, enhancedCode: '5.1.2',
  },
  refused: { ...SUPPRESS, reason: 'recipient-refused', replyCode: 550, enhancedCode: '5.7.1' },
  full: { ...RETRY, reason: 'mailbox-full', replyCode: 452, enhancedCode: '4.2.2' },
  fullgone: {
    ...RETRY, reason: 'mailbox-full', permanence: 'permanent', replyCode: 552,
    enhancedCode: '5.2.2', receiver: 'google',
  },
  busy: {
    ...RETRY, reason: 'mailbox-busy', fault: 'unknown', replyCode: 450, enhancedCode: '4.2.1',
  },
  vague: { ...RETRY, reason: 'unknown', fault: 'unknown', permanence: 'permanent', replyCode: 554 },
  grey: { ...RETRY, reason: 'greylisted', fault: 'unknown', replyCode: 451, enhancedCode: '4.7.1' },
  loop: { ...RETRY, reason: 'routing-error', fault: 'unknown', enhancedCode: '5.4.6' },
  net: { ...RETRY, reason: 'network-error', fault: 'network', enhancedCode: '4.4.1' },
  rate: { ...RETRY, reason: 'rate-limited', fault: 'sender', replyCode: 421 },
  blocklisted: { ...SENDER, reason: 'ip-blocklisted', replyCode: 550, enhancedCode: '5.7.1' },
  auth: { ...SENDER, reason: 'auth-failure', replyCode: 550, enhancedCode: '5.7.26' },
  relay: { ...SENDER, reason: 'relay-denied', replyCode: 550, enhancedCode: '5.7.1' },
  spam: {
    ...SENDER, fault: 'content', reason: 'spam-content', replyCode: 550, enhancedCode: '5.7.1',
  },
  delayed: { ...RETRY, kind: 'delayed', reason: 'delayed', remedy: 'none' },
  echo: { ...SUPPRESS, kind: 'echo', reason: 'list-suppressed' },
  complaint: { kind: 'complaint', reason: 'complaint', remedy: 'none', permanence: 'unknown' },
  unsubscribe: { kind: 'unsubscribe', reason: 'complaint', remedy: 'none', permanence: 'unknown' },
}

const PROOF_WORDS: Readonly<Record<string, Proof['kind']>> = {
  delivered: 'delivered', engaged: 'engaged', inbound: 'inbound', self: 'self-service',
}

export function readHistory(text: string): AddressHistory {
  const incidents: Incident[] = []
  const proofs: Proof[] = []
  const entries: ManualEntry[] = []
  let address = 'person@example.com'
  for (const item of text.split(' ')) {
    const [, word = '', days = '', rest = ''] = /^(\w+)@([\d./]+)(?::(.*))?$/.exec(item) ?? []
    if (word === '') throw new TypeError(`not a happening: ${item}`)
    const options = Object.fromEntries(rest.split(',').filter(Boolean).map((pair) => {
      const [name = '', value = 'yes'] = pair.split('=')
      return [name, value]
    }))
    if (options['to'] !== undefined) address = `${options['to']}@example.com`
    for (const day of daysOf(days)) {
      const at = START + Math.round(day * DAY_MS)
      const proof = PROOF_WORDS[word]
      if (proof !== undefined) {
        proofs.push({
          at, kind: proof, ...(options['message'] && { message: options['message'] }),
        })
      } else if (word === 'block' || word === 'lift') {
        const until = options['until']
        entries.push({
          at, do: word === 'block' ? 'suppress' : 'lift', by: 'ana',
          ...(until !== undefined && { until: START + Number(until) * DAY_MS }),
        })
      } else incidents.push(incidentOf(word, day, at, options))
    }
  }
  return { address, incidents, proofs, entries }
}

/** `3`, `0..49`, `0..200/3`. */
function daysOf(text: string): number[] {
  const [range = '', step = '1'] = text.split('/')
  const [first = '', last = first] = range.split('..')
  const days: number[] = []
  for (let day = Number(first); day <= Number(last); day += Number(step)) days.push(day)
  return days
}

function incidentOf(
  word: string, day: number, at: number, options: Readonly<Record<string, string>>,
): Incident {
  const words = INCIDENT_WORDS[word]
  if (words === undefined) throw new TypeError(`no such word: ${word}`)
  const { trust, confidence, reply, message, campaign, source, held, voided } = options
  return {
    kind: 'failed', reason: 'unknown', permanence: 'unknown', remedy: 'retry', scope: 'address',
    fault: 'recipient', receiver: 'example.com', ...words,
    id: `${word}-${day}`, at,
    confidence: Number(confidence ?? words.confidence ?? 0.97), trust: Number(trust ?? 2),
    message: message ?? `m${day}`, campaign: campaign ?? `c${day}`,
    sources: [source ?? 'smtp'],
    ...(reply !== undefined && { replyCode: Number(reply) }),
    ...(held !== undefined && { held: true }), ...(voided !== undefined && { voided: true }),
  }
}
