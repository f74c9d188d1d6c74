// What happens in a session: who may connect, which recipients are taken, when 250 is said.

import type {
  SMTPServerAddress, SMTPServerDataStream, SMTPServerOptions, SMTPServerSession,
} from 'smtp-server'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/types.ts'
import type { SmtpIntakeOptions, SmtpLimits } from './options.ts'
import { buildInputs, collectMessage, keepInputs, type Buffered } from './receive.ts'
import { createRecipientJudge, type Accepted, type RecipientJudge } from './recipients.ts'
import {
  noSuchMailbox, parameterNotKnown, refusalOf, tooManyFromHere, tooManyRecipients, type SmtpRefusal,
} from './refusal.ts'
import { findSend } from './sends.ts'

export type SmtpIntakeDeps = {
  readonly store: Pick<Store, 'ingest' | 'all'>
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called when something new is durable. */
  readonly wake: () => void
  /** Milliseconds that only go forward; for time limits. @default performance.now */
  readonly clock?: () => number
}

export type SmtpStats = {
  readonly connections: number
  readonly messagesAccepted: number
  readonly messagesRefused: number
  readonly recipientsRefused: number
  readonly storeFailures: number
}

export type SmtpCounts = { -readonly [Name in keyof SmtpStats]: SmtpStats[Name] }

export type SessionContext = {
  readonly options: SmtpIntakeOptions
  readonly limits: SmtpLimits
  readonly deps: SmtpIntakeDeps
  readonly counts: SmtpCounts
  /** Sessions that the network of an address holds. */
  readonly countNetwork: (address: string) => number
}

type SessionRules = Required<Pick<SMTPServerOptions,
  'onConnect' | 'onMailFrom' | 'onRcptTo' | 'onData'>>

const MAIL_PARAMETERS: ReadonlySet<string> = new Set(['SIZE', 'BODY', 'SMTPUTF8'])
const UNIX_PEER = 'unix'

export function createSessionRules(context: SessionContext): SessionRules {
  const { options, limits, counts, countNetwork } = context
  const judge = createRecipientJudge(options.domains, options.tokenKeys)
  const buffered: Buffered = { bytes: 0, bytesMax: limits.bufferedBytesMax }
  // Hangs on the envelope, which smtp-server makes anew for every transaction (T16).
  const acceptedOf = new WeakMap<object, Accepted[]>()
  return {
    onConnect: ({ remoteAddress }, answer) => {
      // Peers of a socket file have no network.
      const isFull = remoteAddress !== '' &&
        countNetwork(remoteAddress) > limits.connectionsPerNetworkMax
      answer(isFull ? tooManyFromHere() : null)
    },
    onMailFrom: ({ args }, _session, answer) => {
      const unknown = Object.keys(args || {}).find((name) => !MAIL_PARAMETERS.has(name))
      answer(unknown === undefined ? null : parameterNotKnown(unknown))
    },
    onRcptTo: async (recipient, { envelope }, answer) => {
      const known = acceptedOf.get(envelope) ?? []
      acceptedOf.set(envelope, known)
      // The same one again counts as well, though smtp-server takes it for one (RFC 2033 §4.2).
      const { accepted, refusal } = known.length >= limits.recipientsMax
        ? { refusal: tooManyRecipients() } : await judgeRecipient(context, judge, recipient)
      if (accepted === undefined) counts.recipientsRefused++
      else known.push(accepted)
      answer(refusal)
    },
    onData: async (stream, session, answer) => {
      const accepted = acceptedOf.get(session.envelope) ?? []
      const refusal = await receive(context, buffered, { stream, session, accepted })
      if (refusal === 'gone') return
      if (refusal === undefined) counts.messagesAccepted++
      else counts.messagesRefused++
      if (options.protocol === 'smtp') answer(refusal)
      // LMTP: a reply for every recipient, the same one twice included (RFC 2033 §4.2).
      else answer(null, accepted.map(() => refusal ?? 'Kept'))
    },
  }
}

async function judgeRecipient(
  { deps }: SessionContext, judge: RecipientJudge, { address, args }: SMTPServerAddress,
): Promise<{ readonly accepted?: Accepted; readonly refusal?: SmtpRefusal }> {
  const parameter = Object.keys(args || {})[0]
  if (parameter !== undefined) return { refusal: parameterNotKnown(parameter) }
  const accepted = judge(address, deps.now())
  if (accepted === undefined) return { refusal: noSuchMailbox() }
  if (accepted.token?.sendId === undefined) return { accepted }
  try {
    const send = await findSend(deps.store, accepted.token.tenant, accepted.token.sendId)
    // A genuine token of a send that is not registered is kept, and proves nothing.
    return { accepted: { ...accepted, token: { ...accepted.token, ...send } } }
  } catch (error) {
    deps.log.warn('cannot look up the send of a token', { reason: (error as Error).message })
    return { refusal: refusalOf(error) }
  }
}

type Arriving = {
  readonly stream: SMTPServerDataStream
  readonly session: SMTPServerSession
  readonly accepted: readonly Accepted[]
}

/** Undefined when the message is durable; `gone` where there is nobody to answer. */
async function receive(
  { options, limits, deps, counts }: SessionContext, buffered: Buffered,
  { stream, session, accepted }: Arriving,
): Promise<SmtpRefusal | 'gone' | undefined> {
  const { protocol, source = protocol, trustedPeers = [] } = options
  let bytes: Awaited<ReturnType<typeof collectMessage>>
  try {
    bytes = await collectMessage(stream, limits.messageBytesMax, buffered)
  } catch (error) {
    deps.log.debug('a peer left in the middle of its message', {
      reason: (error as Error).message,
    })
    return 'gone'
  }
  if (!(bytes instanceof Uint8Array)) return bytes
  const isTrusted = trustedPeers.includes(session.remoteAddress || UNIX_PEER)
  const inputs = buildInputs({
    source, session, accepted, bytes, receivedAt: deps.now(),
    trust: protocol === 'lmtp' && isTrusted ? 1 : 0,
  })
  buffered.bytes += bytes.length
  const failure = await keepInputs(deps.store, inputs, limits.storeTimeoutMs)
  buffered.bytes -= bytes.length
  if (failure === undefined) {
    deps.wake()
    return undefined
  }
  counts.storeFailures++
  deps.log.error('a message could not be stored; its sender was told to come again', {
    reason: (failure as Error).message,
  })
  return refusalOf(failure)
}
