// The options of `carom compose` as a request to the core.

import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import {
  isMailAddress, LIFTABLE_REFUSALS,
  type BounceLanguage, type BounceRequest, type RefusalCode, type SpokenReason,
} from '@carom/core'
import { UsageError, type Arguments } from './command.ts'

export const KINDS = ['failed', 'delayed'] as const
/** Stands for every refusal that can be lifted. */
export const ALL_REFUSALS = 'all'

/** What was asked for; throws a `UsageError` where it makes no sense. */
export function readRequest(args: Arguments): BounceRequest {
  const addresses = args.values('recipient')
  if (addresses.length === 0) throw new UsageError('no recipient', 'Write --recipient ADDRESS.')
  for (const address of addresses) checkAddress('--recipient', address)
  const reason = args.value('reason') as SpokenReason | undefined
  const reply = args.value('reply')
  if (reason === undefined && (reply ?? '').trim() === '') {
    throw new UsageError('no reason', 'Write --reason REASON, --reply TEXT, or both.')
  }
  const returnPath = args.value('return-path')
  const from = args.value('from')
  if (from !== undefined) checkAddress('--from', from)
  if (reason === 'expired' && args.value('kind') === 'delayed') {
    throw new UsageError('what has expired is not tried any more', 'Leave --kind delayed out.')
  }
  if (/^[123]\d\d\b/.test(reply ?? '')) {
    throw new UsageError(`--reply cannot be '${reply}'`, 'A reply that refuses begins with 4 or 5.')
  }
  const status = readStatus(args)
  const recipients = addresses.map((address) => ({
    address,
    ...(reason === undefined ? {} : { reason }),
    ...(reply === undefined ? {} : { reply }),
    ...(status === undefined ? {} : { status }),
  }))
  return {
    recipients,
    now: new Date().toISOString(),
    seed: randomUUID(),
    host: readHost(args),
    kind: (args.value('kind') ?? 'failed') as (typeof KINDS)[number],
    language: (args.value('language') ?? 'en') as BounceLanguage,
    headersOnly: args.has('headers-only'),
    allow: readForced(args),
    ...(from === undefined ? {} : { from }),
    ...(returnPath === undefined ? {} : { returnPath: returnPath === '<>' ? '' : returnPath }),
    ...readLimits(args),
  }
}

function checkAddress(option: string, address: string): void {
  if (isMailAddress(address) && !/[\u0000-\u001f\u007f]/.test(address)) return
  throw new UsageError(
    `${option} cannot be '${address}'`,
    'It is an address, such as bob@example.com.',
  )
}

function readStatus(args: Arguments): string | undefined {
  const status = args.value('status')
  if (status === undefined || /^[45]\.\d{1,3}\.\d{1,3}$/.test(status)) return status
  throw new UsageError(`--status cannot be '${status}'`, 'It is a code such as 5.1.1 or 4.2.2.')
}

function readHost(args: Arguments): string {
  const host = args.value('host') ?? hostname()
  if (/^[\w.:[\]-]{1,255}$/.test(host)) return host
  throw new UsageError(`--host cannot be '${host}'`, 'It is a name, such as mx.example.com.')
}

function readForced(args: Arguments): readonly RefusalCode[] {
  const codes = args.values('force')
  return codes.includes(ALL_REFUSALS) ? LIFTABLE_REFUSALS : (codes as readonly RefusalCode[])
}

function readLimits(args: Arguments): Pick<BounceRequest, 'messageBytesMax' | 'willRetryUntil'> {
  const bytes = args.value('max-bytes')
  if (bytes !== undefined && !/^\d{1,9}$/.test(bytes)) {
    throw new UsageError(`--max-bytes cannot be '${bytes}'`, 'It is a number, such as 50000.')
  }
  const until = args.value('until')
  const time = until === undefined ? undefined : Date.parse(until)
  if (time !== undefined && Number.isNaN(time)) {
    throw new UsageError(
      `--until cannot be '${until}'`,
      'It is a time, such as 2026-01-05T12:00:00Z.',
    )
  }
  if (time !== undefined && args.value('kind') !== 'delayed') {
    throw new UsageError(
      'what has failed is not tried any more', 'Write --kind delayed, or leave --until out.')
  }
  return {
    ...(bytes === undefined ? {} : { messageBytesMax: Number(bytes) }),
    ...(time === undefined ? {} : { willRetryUntil: new Date(time).toISOString() }),
  }
}
