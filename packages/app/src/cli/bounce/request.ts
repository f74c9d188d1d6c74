// The options of `carom bounce` as a request.

import { isMailAddress, type BounceLanguage } from '@carom/core'
import type { RelayOptions } from '../../service/bounce/options.ts'
import type { LiftableCondition, RawMessage } from '../../service/bounce/types.ts'
import type { HonestReason, Wording } from '../../service/bounce/wording.ts'
import { UsageError, type Arguments, type Io } from '../command.ts'
import { STDIN } from '../input/plan.ts'
import { readNameServers } from '../name-servers.ts'
import { printable } from '../output/terminal-text.ts'

export type BounceRequest = {
  readonly paths: readonly string[]
  readonly send: boolean
  readonly out: string | undefined
  readonly message: Omit<RawMessage, 'bytes'>
  readonly lift: readonly LiftableCondition[]
  readonly wording: Wording
  readonly relay: RelayOptions | undefined
  readonly authservIds: readonly string[]
  readonly dnsServers: readonly string[]
  readonly host: string | undefined
  readonly from: string | undefined
}

const TIMEOUT_MS = 60_000

/** What was asked for; throws a `UsageError` where it makes no sense. */
export function readBounceRequest(args: Arguments, io: Io): BounceRequest {
  const { positionals } = args
  if (positionals.length === 0 && io.stdin.isTerminal) {
    throw new UsageError('no message', 'Name a file, or - for standard input.')
  }
  const paths = positionals.length === 0 ? [STDIN] : positionals
  const out = args.value('out')
  if (out !== undefined && paths.length > 1) {
    throw new UsageError('--out is for one message', 'Name one file.')
  }
  if (args.has('send') && args.has('dry-run')) {
    throw new UsageError('--send and --dry-run cannot go together')
  }
  const relay = args.value('relay')
  const language = args.value('language') as BounceLanguage | undefined
  const reason = args.value('reason') as HonestReason | undefined
  return {
    paths, out, send: args.has('send'), message: readMessage(args),
    lift: args.values('lift') as readonly LiftableCondition[],
    wording: {
      ...(reason === undefined ? {} : { reason }), ...(language === undefined ? {} : { language }),
      ...(args.has('headers-only') ? { headersOnly: true } : {}),
    },
    relay: relay === undefined ? undefined : readRelay(relay),
    authservIds: args.values('authserv-id'), dnsServers: readNameServers(args),
    host: args.value('host'), from: readAddress(args, 'from'),
  }
}

function readMessage(args: Arguments): Omit<RawMessage, 'bytes'> {
  const recipient = readAddress(args, 'recipient')
  const path = args.value('return-path')
  const returnPath = path === '<>' || path === '' ? '' : readAddress(args, 'return-path')
  const received = args.value('received')
  const arrivedAt = received === undefined ? undefined : Date.parse(received)
  if (arrivedAt !== undefined && Number.isNaN(arrivedAt)) {
    throw new UsageError(
      `--received cannot be '${printable(received ?? '')}'`,
      'It is a time, such as 2026-01-05T12:00:00Z.')
  }
  return {
    ...(recipient === undefined ? {} : { recipient }),
    ...(returnPath === undefined ? {} : { returnPath }),
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
  }
}

function readAddress(args: Arguments, option: string): string | undefined {
  const address = args.value(option)
  if (address === undefined || (isMailAddress(address) && !/\p{Cc}/u.test(address))) return address
  throw new UsageError(
    `--${option} cannot be '${printable(address)}'`, 'It is an address, such as bob@example.com.')
}

function readRelay(text: string): RelayOptions {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    // The URL may hold a password: it is not repeated.
    throw new UsageError('--relay is no address of a relay', 'Write smtp://HOST or smtps://HOST.')
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isHere = host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
  const security = url.protocol === 'smtps:' ? 'tls' : isHere ? 'plain' : 'starttls'
  return {
    host, security, timeoutMs: TIMEOUT_MS,
    port: url.port === '' ? portOf(security) : Number(url.port),
    ...(url.username === '' ? {} : {
      user: decodeURIComponent(url.username), password: decodeURIComponent(url.password),
    }),
  }
}

function portOf(security: RelayOptions['security']): number {
  if (security === 'tls') return 465
  return security === 'plain' ? 25 : 587
}
