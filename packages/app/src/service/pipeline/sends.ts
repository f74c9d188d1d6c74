// What was sent, as a row for each message and recipient: what bounces are matched with, and what
// rates are of.

import { receiverOfHost, type CaromEvent } from '@carom/core'
import type { Tx } from '../store/types.ts'
import type { Delivery } from './deliveries.ts'
import { messageKey, type Evidence } from './evidence.ts'
import { insertRows, selectIn } from './rows.ts'

export type Sent = {
  /** As `messageKey` makes it. */
  readonly messageId: string
  /** The ledger's key. */
  readonly recipient: string
  readonly envelopeId?: string | undefined
  readonly at: number
  readonly list?: string | undefined
  readonly campaign?: string | undefined
  readonly fromDomain?: string | undefined
  readonly fromIp?: string | undefined
}

/** Unproved events of the recipients of one registration that are looked at: the newest. */
const UNPROVED_MAX = 1_000

const COLUMNS = 'sends (tenant, message_id, recipient, envelope_id, sent_at, list, campaign, ' +
  'from_domain, receiver, from_ip)'

/** How many of them were not known. */
export async function insertSends(
  tx: Tx, tenant: string, sends: readonly Sent[],
): Promise<number> {
  return await insertRows(tx, COLUMNS, sends.map((send) => [
    tenant, send.messageId, send.recipient, send.envelopeId ?? '', send.at, send.list ?? '',
    send.campaign ?? '', send.fromDomain ?? '', receiverOf(send.recipient), send.fromIp ?? '',
  ]), 'ON CONFLICT DO NOTHING')
}

/** The operator of the mailbox; `*` for all without a name. */
function receiverOf(address: string): string {
  return receiverOfHost(address.slice(address.lastIndexOf('@') + 1)) ?? '*'
}

/**
 * A bounce may come before the sending system says that it sent: what proved nothing then and names
 * one of these messages is looked at again. The event is taken out, and its input goes through the
 * pipeline once more.
 */
export async function judgeAgainWhatWasUnproved(
  tx: Tx, tenant: string, rows: readonly Sent[],
): Promise<void> {
  const recipients = [...new Set(rows.map(({ recipient }) => recipient))]
  const ids = new Set(rows.flatMap(({ messageId, envelopeId = '' }) => [messageId, envelopeId])
    .filter((id) => id !== ''))
  const unproved = await selectIn<{ seq: number; inbox_id: number; event: string }>(
    tx, 'SELECT seq, inbox_id, event FROM events WHERE tenant = ? AND counted = 0 AND trust < 2 ' +
      `AND kind <> 'echo' AND address`, [tenant], recipients,
    `ORDER BY seq DESC LIMIT ${UNPROVED_MAX}`)
  const named = unproved.filter(({ event }) => {
    const { original, envelopeId } = JSON.parse(event) as CaromEvent
    return ids.has(envelopeId ?? '') || ids.has(messageKey(original?.messageId ?? ''))
  })
  if (named.length === 0) return
  await selectIn(
    tx, 'DELETE FROM events WHERE seq', [], named.map(({ seq }) => seq), 'RETURNING seq')
  await selectIn(
    tx, `UPDATE inbox SET state = 'new', lease_until = 0, owner = NULL WHERE id`, [],
    [...new Set(named.map(({ inbox_id: id }) => id))], 'RETURNING id')
}

const MESSAGE = 'mid:'
/** A line of a header has 998 (RFC 5322 §2.1.1); a longer Message-ID is nobody's. */
const MESSAGE_BYTES_MAX = 1_000

/** Registers what logs tell of as sent, where their sources say so: messages with a Message-ID. */
export async function registerLogged(
  tx: Tx, tenant: string,
  { deliveries, events, mayJudgeAgain }: {
    readonly deliveries: readonly Delivery[]; readonly events: readonly Evidence[]
    /** Inputs are kept as they came. */
    readonly mayJudgeAgain: boolean
  },
): Promise<void> {
  const sends: Sent[] = []
  const add = (message: string | undefined, send: Omit<Sent, 'messageId'>): void => {
    if (message?.startsWith(MESSAGE) !== true || send.recipient === '') return
    if (Buffer.byteLength(message) > MESSAGE_BYTES_MAX) return
    sends.push({ ...send, messageId: message.slice(MESSAGE.length) })
  }
  for (const { item, address: recipient, list, senderDomain, proof } of deliveries) {
    if (item.envelope.registersSends !== true) continue
    add(proof.message, { recipient, at: proof.at, list, fromDomain: senderDomain })
  }
  for (const { item, address: recipient, list, campaign, at, senderDomain, messages } of events) {
    if (item.kind !== 'log' || item.envelope.registersSends !== true) continue
    add(messages[0], { recipient, at, list, campaign, fromDomain: senderDomain })
  }
  if (sends.length === 0) return
  await insertSends(tx, tenant, sends)
  if (mayJudgeAgain) await judgeAgainWhatWasUnproved(tx, tenant, sends)
}
