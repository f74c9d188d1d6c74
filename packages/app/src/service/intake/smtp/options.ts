// What an operator says about the SMTP (RFC 5321) or LMTP (RFC 2033) listener.

import type { TokenKey } from '@carom/core'

/** A domain whose MX record points here, or that an MTA hands over. */
export type IntakeDomain = {
  /** Such as `bounces.example.com`. */
  readonly name: string
  /** Where bounces come back to, or where feedback loops send complaints. */
  readonly kind: 'bounces' | 'feedback'
  /**
   * Refuse every recipient that is neither a valid return-path token nor one of `mailboxes`.
   * @default true for bounces, false for feedback
   */
  readonly requireToken?: boolean
  /** Local parts that need no token; what comes in by them proves nothing. @default postmaster */
  readonly mailboxes?: readonly string[]
  /** @default 'default' */
  readonly tenant?: string
  /** The list or stream that the domain stands for. */
  readonly list?: string
}

export type IntakeTls = {
  /** PEM files; read again by `reload()`. */
  readonly certFile: string
  readonly keyFile: string
}

export type SmtpIntakeOptions = {
  readonly protocol: 'smtp' | 'lmtp'
  /** Id of the source that inputs are booked on. @default the protocol */
  readonly source?: string
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string
  /** 0 takes a free one. @default 25 for SMTP, 24 for LMTP */
  readonly port?: number
  /** Listen on this socket file in place of host and port. */
  readonly socketPath?: string
  /** Name in the greeting. @default the name of the machine */
  readonly hostname?: string
  readonly domains: readonly IntakeDomain[]
  /** Keys of return-path tokens, of all tenants; newest first. */
  readonly tokenKeys: () => readonly TokenKey[]
  /** Offers STARTTLS. */
  readonly tls?: IntakeTls
  /** Peers that may speak the PROXY protocol, version 1. @default none */
  readonly proxyFrom?: readonly string[]
  /**
   * Peers of LMTP whose mail counts as coming from an authenticated source (trust 1); `unix` means
   * whoever may open the socket file. @default none
   */
  readonly trustedPeers?: readonly string[]
} & Partial<SmtpLimits>

/** Caps, each against a known way to do harm. */
export type SmtpLimits = {
  /** Larger ones get 552 5.3.4. */
  readonly messageBytesMax: number
  /** In one transaction; more get 452 4.5.3. RFC 5321 wants 100. */
  readonly recipientsMax: number
  /** At a time, from everywhere; more get 421. */
  readonly connectionsMax: number
  /** At a time, from one network (IPv4 /24, IPv6 /64); more get 421. */
  readonly connectionsPerNetworkMax: number
  /** How long a command may take to arrive; RFC 5321 §4.5.3.2.7 wants 5 minutes. */
  readonly commandTimeoutMs: number
  /** How long DATA may take before the data rate counts. */
  readonly dataTimeoutMs: number
  /**
   * What both of these come down to while four fifths of `connectionsMax` are taken, so that slow
   * peers cannot keep the others out (Postfix: stress-adaptive behaviour).
   */
  readonly crowdedTimeoutMs: number
  /** A message that comes in more slowly is cut off (Postfix: smtpd_min_data_rate). */
  readonly bytesPerSecondMin: number
  /** How long a session may last. */
  readonly sessionMs: number
  /** Refusals after which a session ends (Postfix: smtpd_hard_error_limit). */
  readonly errorsMax: number
  /** Commands without a message in between after which a session ends. */
  readonly idleCommandsMax: number
  /** A line of a command with its end; RFC 5321 §4.5.3.1.4 wants 512, its extensions 1,500 more. */
  readonly commandBytesMax: number
  /** Bytes of messages held before they are stored; beyond it 452 4.3.1. */
  readonly bufferedBytesMax: number
  /** How long the store may take before the peer is told to come again. */
  readonly storeTimeoutMs: number
  /** How long sessions have to end when the service stops. */
  readonly stopTimeoutMs: number
}

export const SMTP_LIMITS_DEFAULTS: SmtpLimits = {
  messageBytesMax: 10_485_760,
  recipientsMax: 100,
  connectionsMax: 500,
  connectionsPerNetworkMax: 50,
  commandTimeoutMs: 300_000,
  dataTimeoutMs: 60_000,
  crowdedTimeoutMs: 10_000,
  bytesPerSecondMin: 500,
  sessionMs: 1_800_000,
  errorsMax: 20,
  idleCommandsMax: 100,
  commandBytesMax: 2_048,
  bufferedBytesMax: 67_108_864,
  storeTimeoutMs: 60_000,
  stopTimeoutMs: 8_000,
}
