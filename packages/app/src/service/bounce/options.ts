// What an operator says about bouncing received mail, with the default of each setting.

import { hostname } from 'node:os'
import type { BounceLanguage } from '@carom/core'
import type { HonestReason } from './wording.ts'

export type RelayOptions = {
  readonly host: string
  readonly port?: number | undefined
  /** `plain` only to this machine. */
  readonly security: 'tls' | 'starttls' | 'plain'
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** Name of the certificate, where it is not the host's. */
  readonly serverName?: string | undefined
  readonly timeoutMs: number
}

export type SigningOptions = {
  readonly domain: string
  readonly selector: string
  /** Private key, PEM. */
  readonly keyFile: string
}

export type BounceOptions = {
  /** The kill switch: while it is off, nothing leaves. */
  readonly enabled: boolean
  readonly dryRun: boolean
  /** Name of the mail system that speaks. @default the name of the machine */
  readonly host?: string | undefined
  /** Address in From. @default mailer-daemon@host */
  readonly from?: string | undefined
  /** Mail of these domains and what is below them is never bounced. */
  readonly ownDomains: readonly string[]
  /** Names under which our own servers write Authentication-Results (RFC 8601 §2.5). */
  readonly authservIds: readonly string[]
  /** Names of our own servers as they stand after `by` in Received: they tell who connected. */
  readonly receivedBy: readonly string[]
  /** Name servers that are asked, `192.0.2.53` or with a port. @default those of the system */
  readonly dnsServers: readonly string[]
  readonly ageHoursMax: number
  readonly perRecipientDay: number
  readonly perDomainHour: number
  readonly perDay: number
  readonly reason: HonestReason
  readonly language: BounceLanguage
  readonly headersOnly: boolean
  /** Larger messages are returned as their header alone. */
  readonly messageBytesMax: number
  readonly relay?: RelayOptions | undefined
  readonly dkim?: SigningOptions | undefined
}

export const BOUNCE_DEFAULTS: BounceOptions = {
  enabled: true, dryRun: true, ownDomains: [], authservIds: [], receivedBy: [],
  dnsServers: [], ageHoursMax: 24,
  perRecipientDay: 1, perDomainHour: 10, perDay: 100, reason: 'recipient-refused',
  language: 'en', headersOnly: false, messageBytesMax: 50_000,
}

export const RELAY_DEFAULTS: Pick<RelayOptions, 'security' | 'timeoutMs'> = {
  security: 'starttls', timeoutMs: 60_000,
}

/** What the options lead to where they do not say. */
export function speakerOf({ host, from }: Pick<BounceOptions, 'host' | 'from'>): {
  readonly host: string; readonly from: string
} {
  const name = host ?? hostname()
  return { host: name, from: from ?? `mailer-daemon@${name}` }
}

/** Every domain of ours: those that are named, and those that speak. */
export function ownDomainsOf(
  options: Pick<BounceOptions, 'host' | 'from' | 'ownDomains' | 'dkim'>,
  addresses: readonly string[],
): readonly string[] {
  const { host, from } = speakerOf(options)
  const signing = options.dkim === undefined ? [] : [options.dkim.domain]
  return [...new Set([
    ...options.ownDomains, host, ...signing, ...[from, ...addresses].map(domainOf),
  ].map((domain) => domain.toLowerCase()).filter((domain) => domain !== ''))]
}

/** Whether an address is one of ours, with or without a tag after it (`office+shop@`). */
export function isOneOf(address: string, own: readonly string[]): boolean {
  const at = address.lastIndexOf('@')
  const plain = `${address.slice(0, at).split('+', 1).join('')}@${domainOf(address)}`
  return own.some((one) =>
    [address, plain].some((form) => form.toLowerCase() === one.toLowerCase()))
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
