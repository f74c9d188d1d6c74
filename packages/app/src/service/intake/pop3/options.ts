// What an operator says about a POP3 account (RFC 1939), and the check of it at the door.

import { BACKOFF_DEFAULTS } from '../mailbox/backoff.ts'
import type { BackoffOptions } from '../mailbox/backoff.ts'
import { checkServer } from '../mailbox/server.ts'
import type { MailServerOptions } from '../mailbox/server.ts'
import { MAIL_SOURCE_DEFAULTS } from '../mailbox/types.ts'
import type { MailSourceOptions } from '../mailbox/types.ts'

export type Pop3Options = MailServerOptions & MailSourceOptions & BackoffOptions & {
  readonly user: string
  readonly password?: string
  /** An OAuth2 access token, or what fetches a fresh one before each connection. */
  readonly accessToken?: string | (() => Promise<string>)
  /** What becomes of a message once it is durable: POP3 can only `leave` or `delete`. */
  readonly after: 'leave' | 'delete'
  /** How often the maildrop is looked at; providers refuse users who come too often. */
  readonly pollMs: number
  /** How long one message may take: a trickling server is hung up on. */
  readonly messageTimeoutMs: number
}

export const POP3_DEFAULTS: Omit<Pop3Options, 'host' | 'user' | 'tenant' | 'source'> = {
  ...MAIL_SOURCE_DEFAULTS,
  ...BACKOFF_DEFAULTS,
  security: 'tls',
  allowPlain: false,
  connectTimeoutMs: 30_000,
  silenceTimeoutMs: 2 * 60_000,
  after: 'leave',
  pollMs: 2 * 60_000,
  messageTimeoutMs: 10 * 60_000,
}

/** What an operator must give; the rest has defaults in POP3_DEFAULTS. */
export type Pop3Settings =
  Partial<Pop3Options> & Pick<Pop3Options, 'host' | 'user' | 'tenant' | 'source'>

/** The options with defaults; a TypeError says what is wrong and what to do. */
export function checkPop3Options(settings: Pop3Settings): Pop3Options {
  const options: Pop3Options = { ...POP3_DEFAULTS, ...settings }
  checkServer(options)
  const { host, user, password, accessToken } = options
  if ((password === undefined) === (accessToken === undefined)) {
    throw new TypeError(`pop3 ${host}: give either a password or an accessToken`)
  }
  // A line end would begin another command.
  if (/[\r\n\0]/.test(`${user}${password ?? ''}`)) {
    throw new TypeError(`pop3 ${host}: user and password may not hold line ends`)
  }
  return options
}
