// From the bytes of one transaction to inputs that are durable, and only then to a reply.

import { createHash } from 'node:crypto'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { NewInput, Store } from '../../store/types.ts'
import { tenantOf, type Accepted } from './recipients.ts'
import { noRoom, tooLarge, type SmtpRefusal } from './refusal.ts'

/** Bytes of messages that are held in memory, over all sessions. */
export type Buffered = { bytes: number; readonly bytesMax: number }

/** The bytes of a message, or why they were not kept. Rejects where the peer has gone. */
export async function collectMessage(
  stream: SMTPServerDataStream, bytesMax: number, buffered: Buffered,
): Promise<Buffer | SmtpRefusal> {
  const pieces: Buffer[] = []
  let held = 0
  let refusal: SmtpRefusal | undefined
  const drop = (why: SmtpRefusal): void => {
    refusal ??= why
    pieces.length = 0
    buffered.bytes -= held
    held = 0
  }
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      if (refusal !== undefined) continue
      pieces.push(piece)
      held += piece.length
      buffered.bytes += piece.length
      if (held > bytesMax) drop(tooLarge(bytesMax))
      else if (buffered.bytes > buffered.bytesMax) drop(noRoom())
    }
    return refusal ?? Buffer.concat(pieces, held)
  } finally {
    buffered.bytes -= held
  }
}

export type Transaction = {
  readonly source: string
  readonly session: SMTPServerSession
  readonly accepted: readonly Accepted[]
  readonly bytes: Uint8Array
  readonly receivedAt: number
  /** What a message without a token proves here. */
  readonly trust: 0 | 1
}

/**
 * One input for each token, and one for all recipients of a domain that have none. The key is made
 * of the envelope and the bytes: a peer that lost our 250 sends the same once more (RFC 1047).
 */
export function buildInputs(transaction: Transaction): NewInput[] {
  const { source, session, accepted, bytes, receivedAt } = transaction
  const inputs = new Map<string, NewInput>()
  const { mailFrom } = session.envelope
  const sender = mailFrom === false ? '' : mailFrom.address
  const digest = createHash('sha256').update(bytes).digest('hex')
  for (const { address, domain, token } of accepted) {
    const proof = token?.recipient ?? token?.sendId
    const group = `${domain.name}\n${proof === undefined ? '' : address.toLowerCase()}`
    if (inputs.has(group)) continue
    const isProven = token?.recipient !== undefined
    const list = token?.list ?? domain.list
    inputs.set(group, {
      tenant: tenantOf(domain), source, kind: 'message', bytes, receivedAt,
      transportKey: transportKey(sender, group, digest),
      trust: isProven ? 3 : transaction.trust,
      envelope: {
        mailFrom: sender, rcptTo: address,
        ...(session.remoteAddress ? { clientIp: session.remoteAddress } : {}),
        ...(session.hostNameAppearsAs ? { helo: session.hostNameAppearsAs } : {}),
        ...(isProven ? { token: envelopeToken(token) } : {}),
        ...(list === undefined ? {} : { list }),
      },
    })
  }
  return [...inputs.values()]
}

/** Stores inputs; undefined when they are durable, else why they are not, as far as is known. */
export async function keepInputs(
  store: Pick<Store, 'ingest'>, inputs: readonly NewInput[], timeoutMs: number,
): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const tooLate = new Error(`the store took more than ${timeoutMs} ms`)
    timer = setTimeout(() => reject(tooLate), timeoutMs)
  })
  try {
    // A commit that comes later is no loss: the peer comes again with the same key.
    await Promise.race([store.ingest(inputs), late])
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    clearTimeout(timer)
  }
}

function envelopeToken(
  { recipient = '', sendId, list }: NonNullable<Accepted['token']>,
): { recipient: string; sendId?: string; list?: string } {
  return {
    recipient, ...(sendId === undefined ? {} : { sendId }), ...(list === undefined ? {} : { list }),
  }
}

function transportKey(sender: string, group: string, digest: string): string {
  return 'smtp:' + createHash('sha256').update(`${sender}\n${group}\n${digest}`).digest('hex')
}
