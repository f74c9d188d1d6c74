// From the bytes of one transaction to inputs that are durable, and only then to a reply.

import { hash } from 'node:crypto'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { NewInput, Store } from '../../store/types.ts'
import { tenantOf, type Accepted } from './recipients.ts'
import { noRoom, tooLarge, type SmtpRefusal } from './refusal.ts'

/** Bytes of messages that are held in memory, over all sessions. */
export type Buffered = { bytes: number; readonly bytesMax: number }

/** The bytes of a message, or why they were not kept. Rejects where the peer has gone. */
export function collectMessage(
  stream: SMTPServerDataStream, bytesMax: number, buffered: Buffered,
): Promise<Buffer | SmtpRefusal> {
  const pieces: Buffer[] = []
  let held = 0
  let refusal: SmtpRefusal | undefined
  const drop = (): void => {
    pieces.length = 0
    buffered.bytes -= held
    held = 0
  }
  return new Promise((resolve, reject) => {
    stream.on('data', (piece: Buffer) => {
      if (refusal !== undefined) return
      pieces.push(piece)
      held += piece.length
      buffered.bytes += piece.length
      if (held > bytesMax) refusal = tooLarge(bytesMax)
      else if (buffered.bytes > buffered.bytesMax) refusal = noRoom()
      if (refusal !== undefined) drop()
    })
    stream.once('end', () => {
      resolve(refusal ?? Buffer.concat(pieces, held))
      drop()
    })
    stream.once('error', (error) => {
      drop()
      reject(error)
    })
  })
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
  const digest = hash('sha256', bytes)
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
    timer = setTimeout(() => {
      reject(new Error(`the store took more than ${timeoutMs} ms`))
    }, timeoutMs)
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
  return 'smtp:' + hash('sha256', `${sender}\n${group}\n${digest}`)
}
