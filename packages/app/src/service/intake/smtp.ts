// Takes bounces in by SMTP (RFC 5321) or LMTP (RFC 2033): only for its own domains, and says 250
// only when they are durable.

import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { SMTPServerOptions } from 'smtp-server'
import { listen } from './smtp/listen.ts'
import { createNetworkCounts } from './smtp/networks.ts'
import { SMTP_LIMITS_DEFAULTS, type SmtpIntakeOptions, type SmtpLimits } from './smtp/options.ts'
import { StrictServer } from './smtp/server.ts'
import {
  createSessionRules, type SmtpCounts, type SmtpIntakeDeps, type SmtpStats,
} from './smtp/session.ts'

export type SmtpIntake = {
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Reads the certificate again; the old one stays where the new one cannot be used. */
  readonly reload: () => Promise<void>
  /** The port that is listened on; 0 for a socket file or before the start. */
  readonly port: () => number
  readonly stats: () => SmtpStats
}

const COMMANDS_NOT_OFFERED = ['AUTH', 'XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL']
const PORT_DEFAULTS = { smtp: 25, lmtp: 24 }
const HOST_DEFAULT = '127.0.0.1'

/** A listener of one protocol on one address. */
export function createSmtpIntake(options: SmtpIntakeOptions, deps: SmtpIntakeDeps): SmtpIntake {
  const limits: SmtpLimits = { ...SMTP_LIMITS_DEFAULTS, ...options }
  const counts: SmtpCounts = {
    connections: 0, messagesAccepted: 0, messagesRefused: 0, recipientsRefused: 0,
    storeFailures: 0,
  }
  let server: StrictServer | undefined
  return {
    start: async () => {
      const files = await readTls(options)
      const networks = createNetworkCounts()
      const rules = createSessionRules({
        options, limits, deps, counts, countNetwork: networks.count,
      })
      const started = new StrictServer(
        { ...serverOptions(options, limits, files), ...rules },
        { ...limits, networks, clock: deps.clock ?? (() => performance.now()) })
      started.on('error', (error: Error) => {
        deps.log.debug('mail session failed', { protocol: options.protocol, reason: error.message })
      })
      await listen(started.server, options.socketPath ?? {
        host: options.host ?? HOST_DEFAULT,
        port: options.port ?? PORT_DEFAULTS[options.protocol],
      })
      started.startPace()
      server = started
    },
    stop: async () => {
      await server?.stop()
      server = undefined
    },
    reload: async () => {
      const files = await readTls(options)
      if (files !== undefined) server?.updateSecureContext(files)
    },
    port: () => (server?.server.address() as AddressInfo | null)?.port ?? 0,
    stats: () => ({ ...counts, connections: server?.connections.size ?? 0 }),
  }
}

function serverOptions(
  options: SmtpIntakeOptions, limits: SmtpLimits, files: { cert: Buffer; key: Buffer } | undefined,
): SMTPServerOptions {
  return {
    lmtp: options.protocol === 'lmtp',
    ...(options.hostname === undefined ? {} : { name: options.hostname }),
    banner: 'Carom',
    disabledCommands: files === undefined
      ? [...COMMANDS_NOT_OFFERED, 'STARTTLS'] : COMMANDS_NOT_OFFERED,
    ...files,
    authOptional: true,
    hideENHANCEDSTATUSCODES: false,
    disableReverseLookup: true,
    useProxy: [...options.proxyFrom ?? []],
    size: limits.messageBytesMax,
    maxClients: limits.connectionsMax,
    maxRecipients: limits.recipientsMax,
    maxCommandLength: limits.commandBytesMax,
    socketTimeout: limits.commandTimeoutMs,
    closeTimeout: limits.stopTimeoutMs,
    logger: false,
  }
}

async function readTls(
  { tls }: SmtpIntakeOptions,
): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  if (tls === undefined) return undefined
  const [cert, key] = await Promise.all([readFile(tls.certFile), readFile(tls.keyFile)])
  // Said here and not at a peer's STARTTLS: a pair that does not belong together.
  createSecureContext({ cert, key })
  return { cert, key }
}
