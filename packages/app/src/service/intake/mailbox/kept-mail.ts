// Collects messages into batches, makes them durable, and says which of them may be touched.

import type { Envelope, IngestResult, NewInput } from '../../store/types.ts'
import { proofOf } from '../return-path.ts'
import { BATCH_BYTES_MAX, BATCH_MESSAGES_MAX } from './limits.ts'
import { readTopAddress } from './top-field.ts'
import type { MailIntakeDeps, MailSourceOptions } from './types.ts'

export type KeptMessage = {
  readonly transportKey: string
  /** The message, cut to MESSAGE_BYTES_MAX. */
  readonly bytes: Uint8Array
  /** Bytes of the whole message, where more than the cap. */
  readonly size: number
  readonly place: Readonly<Record<string, string | number>>
}

/** A message that is durable; `touch` says whether it may be flagged, moved or deleted. */
export type Committed<Id> = { readonly id: Id; readonly touch: boolean }

export type KeptMail<Id> = {
  /** Takes a message; commits when a batch is full. */
  readonly add: (id: Id, message: KeptMessage) => Promise<void>
  /** Commits the rest. All that was added is durable when it resolves. */
  readonly commit: () => Promise<readonly Committed<Id>[]>
}

export type KeptMailDeps = Pick<
  MailIntakeDeps, 'store' | 'now' | 'wake' | 'tokenKeys'
> & {
  readonly isBounce: (bytes: Uint8Array) => boolean
  readonly noteInput: () => void
}

/** One collector serves one round: what `commit` returns are all messages since it was made. */
export function collectMail<Id>(options: MailSourceOptions, deps: KeptMailDeps): KeptMail<Id> {
  const committed: Committed<Id>[] = []
  let inputs: NewInput[] = []
  let waiting: Committed<Id>[] = []
  let bytesWaiting = 0

  const flush = async (): Promise<void> => {
    if (inputs.length > 0) {
      const { ids } = await ingest(deps, inputs)
      if (ids.some((id) => id !== undefined)) {
        deps.noteInput()
        deps.wake()
      }
    }
    committed.push(...waiting)
    inputs = []
    waiting = []
    bytesWaiting = 0
  }
  return {
    add: async (id, message) => {
      const isAsked = options.onlyBounces || options.keep === 'bounces'
      const isBounce = isAsked && deps.isBounce(message.bytes)
      const isKept = isBounce || options.keep === 'all'
      waiting.push({ id, touch: isKept && (isBounce || !options.onlyBounces) })
      if (isKept) {
        inputs.push(toInput(options, message, deps))
        bytesWaiting += message.bytes.length
      }
      if (inputs.length >= BATCH_MESSAGES_MAX || bytesWaiting >= BATCH_BYTES_MAX) await flush()
    },
    commit: async () => {
      await flush()
      return committed
    },
  }
}

/** The store failed: the mail is as good as before and must be tried again. */
export class KeepingError extends Error {
  readonly code = 'store-failed'
}

function ingest(deps: KeptMailDeps, inputs: readonly NewInput[]): Promise<IngestResult> {
  return deps.store.ingest(inputs).catch((error: unknown) => {
    throw new KeepingError('the store could not keep new mail', { cause: error })
  })
}

function toInput(
  options: MailSourceOptions, message: KeptMessage, { now, tokenKeys }: KeptMailDeps,
): NewInput {
  const { trustHeader, list, tenant } = options
  const [receivedAt, keys] = [now(), tokenKeys?.() ?? []]
  const address =
    trustHeader === undefined ? undefined : readTopAddress(message.bytes, trustHeader)
  const isCut = message.size > message.bytes.length
  const proof = proofOf({ recipient: address ?? '', tenant, keys, now: receivedAt })
  const envelope: Envelope = {
    place: { ...message.place, ...(isCut ? { bytesWhole: message.size } : {}) },
    ...(address === undefined ? {} : { rcptTo: address }),
    ...(list === undefined ? {} : { list }),
    ...proof.envelope,
  }
  return {
    tenant, source: options.source, kind: 'message', transportKey: message.transportKey,
    bytes: message.bytes, receivedAt, trust: proof.trust, envelope,
  }
}
