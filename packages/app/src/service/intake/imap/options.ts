// What an operator says about an IMAP account (RFC 9051), and the check of it at the door.

import { BACKOFF_DEFAULTS } from '../mailbox/backoff.ts'
import type { BackoffOptions } from '../mailbox/backoff.ts'
import { MAILBOXES_MAX } from '../mailbox/limits.ts'
import { MAIL_SOURCE_DEFAULTS } from '../mailbox/types.ts'
import type { MailSourceOptions } from '../mailbox/types.ts'
import { checkServer } from '../mailbox/server.ts'
import type { MailServerOptions } from '../mailbox/server.ts'

export type ImapOptions = MailServerOptions & MailSourceOptions & BackoffOptions & {
  readonly user: string
  readonly password?: string
  /** An OAuth2 access token, or what fetches a fresh one before each connection. */
  readonly accessToken?: string | (() => Promise<string>)
  /** Each gets its own connection, at most MAILBOXES_MAX. */
  readonly mailboxes: readonly string[]
  /**
   * What becomes of a message once it is durable: `flag` sets the keyword, `seen` marks it as
   * read, `leave` changes nothing, `move` puts it into `moveTo`, `delete` removes it.
   */
  readonly after: 'flag' | 'seen' | 'leave' | 'move' | 'delete'
  readonly keyword: string
  /** The mailbox for `after: 'move'`; it is made where it is missing. */
  readonly moveTo?: string
  /** Messages that arrived before this time are left alone; milliseconds since 1970 UTC. */
  readonly since?: number
  /** How often a mailbox is looked through where the server cannot tell of new mail (no IDLE). */
  readonly pollMs: number
  /** The same where it can: a safety net for what it did not tell. */
  readonly idlePollMs: number
  /** How long the fetching of one window may take: a trickling server is hung up on. */
  readonly windowTimeoutMs: number
}

export const IMAP_DEFAULTS: Omit<ImapOptions, 'host' | 'user' | 'tenant' | 'source'> = {
  ...MAIL_SOURCE_DEFAULTS,
  ...BACKOFF_DEFAULTS,
  security: 'tls',
  allowPlain: false,
  connectTimeoutMs: 30_000,
  // RFC 9051 §5.4 lets a server be silent for 30 minutes; commands are answered much sooner.
  silenceTimeoutMs: 5 * 60_000,
  mailboxes: ['INBOX'],
  after: 'flag',
  keyword: '$CaromKept',
  pollMs: 60_000,
  idlePollMs: 5 * 60_000,
  windowTimeoutMs: 10 * 60_000,
}

/** The options with defaults; a TypeError says what is wrong and what to do. */
export function checkImapOptions(
  given: Partial<ImapOptions> & Pick<ImapOptions, 'host' | 'user' | 'tenant' | 'source'>,
): ImapOptions {
  const options: ImapOptions = { ...IMAP_DEFAULTS, ...given }
  checkServer(options)
  if ((options.password === undefined) === (options.accessToken === undefined)) {
    throw new TypeError(`imap ${options.host}: give either a password or an accessToken`)
  }
  const { mailboxes, after, moveTo } = options
  if (mailboxes.length === 0 || mailboxes.length > MAILBOXES_MAX) {
    throw new TypeError(`imap ${options.host}: mailboxes must be 1 to ${MAILBOXES_MAX} names`)
  }
  if (new Set(mailboxes.map(canonicalMailbox)).size < mailboxes.length) {
    throw new TypeError(`imap ${options.host}: mailboxes holds a name twice`)
  }
  if (after === 'move' && moveTo === undefined) {
    throw new TypeError(`imap ${options.host}: after is "move", so say where to with moveTo`)
  }
  if (moveTo !== undefined && mailboxes.some((name) => isSame(name, moveTo))) {
    throw new TypeError(`imap ${options.host}: moveTo may not be one of the watched mailboxes`)
  }
  if (!/^(?:\\(?:Seen|Flagged|Answered)|[$\w.-]{1,60})$/.test(options.keyword)) {
    throw new TypeError(`imap ${options.host}: keyword must be letters, digits, "$", "-" or "_"`)
  }
  return options
}

/** INBOX is the one name whose case does not matter (RFC 9051 §5.1). */
function canonicalMailbox(name: string): string {
  return name.toUpperCase() === 'INBOX' ? 'INBOX' : name
}

function isSame(a: string, b: string): boolean {
  return canonicalMailbox(a) === canonicalMailbox(b)
}
