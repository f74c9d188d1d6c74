// One event in the light of how it came in: whom it is about, how much it proves, and under which
// names other evidence of the same failure may come.

import { hash } from 'node:crypto'
import {
  addressKey, reasonFact, receiverOfHost, type AddressEquivalence, type CaromEvent, type EventKind,
  type IncidentFault, type Proof,
} from '@carom/core'
import type { InboxItem, Trust } from '../store/types.ts'
import type { WrittenEvent } from './written-event.ts'

/** What a piece of evidence speaks for. */
export type Strand = 'failure' | 'complaint' | 'unsubscribe'

export type Evidence = {
  readonly item: InboxItem
  readonly event: CaromEvent
  readonly written: WrittenEvent
  /** Domain of the envelope sender of the mail, where a log tells it. */
  readonly senderDomain: string | undefined
  /** Key of the address; empty where nobody is named. */
  readonly address: string
  readonly domain: string
  readonly list: string
  readonly campaign: string
  readonly receiver: string
  readonly fault: IncidentFault
  readonly at: number
  readonly strand: Strand | undefined
  readonly proof: Proof['kind'] | undefined
  /** Names of the message it is about, without the address. */
  readonly messages: readonly string[]
  /** Names of the incident that this is evidence of; any shared name makes it the same one. */
  readonly names: readonly string[]
  trust: Trust
  /** How long the receiver usually lets wait for the reason, in ms. */
  habitMs?: number | undefined
}

/** How far ahead of the receipt a date in an input may lie before it is not believed. */
const AHEAD_MS_MAX = 3_600_000
/** How old an input may say it is: longer than any queue, any mailbox that was read late. */
const AGE_MS_MAX = 400 * 86_400_000
/** Evidence without any id of a message is one failure within this time. */
const SAME_TEXT_MS = 600_000

const STRANDS: Readonly<Partial<Record<EventKind, Strand>>> = {
  failed: 'failure', delayed: 'failure', complaint: 'complaint', unsubscribe: 'unsubscribe',
}
/** A relayed or expanded message left our sight: neither proves that anybody got it. */
const PROOFS: Readonly<Partial<Record<EventKind, Proof['kind']>>> = {
  delivered: 'delivered', engaged: 'engaged', receipt: 'engaged',
  'auto-reply': 'inbound', challenge: 'inbound',
}
const FAULTS: Readonly<Record<ReturnType<typeof reasonFact>['fault'], IncidentFault>> = {
  recipient: 'recipient', sender: 'sender', content: 'content', network: 'network',
  receiver: 'network', none: 'unknown',
}

export function collectEvidence(
  { item, event, written, senderDomain }: Pick<
    Evidence, 'item' | 'event' | 'written' | 'senderDomain'>,
  equivalence: AddressEquivalence,
): Evidence {
  const token = item.envelope.token
  // Whom the token was made for is the one that was mailed, whatever the report says (T1, G12).
  const recipient = token?.recipient ?? event.recipient ?? ''
  const address = storedAddress(recipient, equivalence)
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const strand = STRANDS[event.kind]
  const said = event.occurredAt === undefined ? Number.NaN : Date.parse(event.occurredAt)
  const at = believedTime(said, item.receivedAt)
  const messages = messagesOf(event, token?.sendId)
  return {
    item, event, written, senderDomain, address, domain,
    list: token?.list ?? item.envelope.list ?? fit(event.original?.listId ?? ''),
    campaign: fit(
      event.vendor?.campaign ?? item.envelope.campaign ?? event.original?.feedbackId ?? ''),
    receiver: receiverOf(event, domain),
    fault: faultOf(event),
    at, strand, messages,
    proof: PROOFS[event.kind],
    names: namesOf({ strand, messages, event, at, address }),
    trust: item.trust,
  }
}

/** RFC 5321 §4.5.3.1: 64 octets, an @ and 255. */
const ADDRESS_BYTES_MAX = 320
const WORD_BYTES_MAX = 255

/** The key of an address; empty where it is longer than any, which no index of a store takes. */
export function storedAddress(recipient: string, equivalence: AddressEquivalence): string {
  const key = recipient === '' ? '' : addressKey(recipient, equivalence)
  return Buffer.byteLength(key) > ADDRESS_BYTES_MAX ? '' : key
}

/** What strangers write into lists, names and hosts, no longer than indexes of stores take. */
export function fit(text: string): string {
  if (Buffer.byteLength(text) <= WORD_BYTES_MAX) return text
  return Buffer.from(text).subarray(0, WORD_BYTES_MAX).toString().replace(/\uFFFD{1,3}$/, '')
}

/** Who operates the receiver: told by the reply, by the host that refused, or by the domain. */
function receiverOf({ provider, remoteMta }: CaromEvent, domain: string): string {
  return fit(provider ?? (remoteMta === undefined ? undefined : receiverOfHost(remoteMta))
    ?? receiverOfHost(domain) ?? domain)
}

function faultOf({ reason }: Pick<CaromEvent, 'reason'>): IncidentFault {
  return FAULTS[reasonFact(reason).fault]
}

/** When it happened by what an input says, or when it was received where that cannot be. */
export function believedTime(said: number, receivedAt: number): number {
  const isBelieved = said <= receivedAt + AHEAD_MS_MAX && said >= receivedAt - AGE_MS_MAX
  return isBelieved ? Math.min(said, receivedAt) : receivedAt
}

function messagesOf({ original, envelopeId, vendor }: CaromEvent, sendId?: string): string[] {
  const names: string[] = []
  if (sendId !== undefined) names.push(`send:${sendId}`)
  if (original?.messageId !== undefined) names.push(`mid:${messageKey(original.messageId)}`)
  if (envelopeId !== undefined) names.push(`env:${envelopeId}`)
  if (vendor?.messageId !== undefined) names.push(`${vendor.name}:${vendor.messageId}`)
  return names
}

/** A Message-ID as it is compared: without brackets and blanks. */
export function messageKey(messageId: string): string {
  return messageId.trim().replace(/^</, '').replace(/>$/, '')
}

function namesOf(
  { address, strand, messages, event, at }: Pick<
    Evidence, 'address' | 'strand' | 'messages' | 'event' | 'at'>,
): readonly string[] {
  if (strand === undefined || address === '') return []
  if (messages.length > 0) {
    return messages.map((message) => nameOf(`${strand} ${message} ${address}`))
  }
  const { enhancedCode = '', replyCode = '', diagnostic = '' } = event
  const bucket = Math.floor(at / SAME_TEXT_MS)
  return [bucket, bucket + 1].map((time) =>
    nameOf(`${strand} text:${time} ${address} ${enhancedCode} ${replyCode} ${diagnostic}`))
}

/** 128 bits: two names of one address never meet by accident. */
const NAME_CHARS = 32

function nameOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, NAME_CHARS)
}
