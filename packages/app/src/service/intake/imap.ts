// The IMAP intake (RFC 9051): keeps the bounces of mailboxes, and only then touches them.

import { readsAsBounce } from './mailbox/read-bounce.ts'
import { keepHealth } from './mailbox/health.ts'
import type { MailIntake, MailIntakeDeps } from './mailbox/types.ts'
import { connectImap } from './imap/connect.ts'
import { checkImapOptions } from './imap/options.ts'
import type { ImapOptions } from './imap/options.ts'
import { describeProblem, watchMailbox } from './imap/watch-mailbox.ts'

export type { ImapOptions } from './imap/options.ts'

/** What an operator must give; the rest has defaults in IMAP_DEFAULTS. */
export type ImapSettings =
  Partial<ImapOptions> & Pick<ImapOptions, 'host' | 'user' | 'tenant' | 'source'>

/** Throws a TypeError where the settings cannot work. */
export function createImapIntake(settings: ImapSettings, deps: MailIntakeDeps): MailIntake {
  const options = checkImapOptions(settings)
  const isBounce = deps.isBounce ?? readsAsBounce
  const places = options.mailboxes.map((mailbox) => ({
    mailbox, health: keepHealth(`${options.user}@${options.host}/${mailbox}`, deps),
  }))
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  return {
    start: () => {
      running = Promise.all(places.map(({ mailbox, health }) => watchMailbox({
        mailbox, options, health, signal: stopping.signal,
        deps: { ...deps, isBounce, noteInput: health.noteInput },
      })))
      return Promise.resolve()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
    health: () => places.map(({ health }) => health.read()),
  }
}

export type MailTest = {
  readonly ok: boolean
  /** The names of the mailboxes that the account has. */
  readonly mailboxes: readonly string[]
  /** What is wrong and what to do. */
  readonly problem?: string
}

/** Connects, logs in, looks at the mailboxes, and goes; never rejects. */
export async function testImap(settings: ImapSettings): Promise<MailTest> {
  let options: ImapOptions
  try {
    options = checkImapOptions(settings)
  } catch (error) {
    return { ok: false, mailboxes: [], problem: (error as TypeError).message }
  }
  const [mailbox = 'INBOX'] = options.mailboxes
  const signal = AbortSignal.timeout(options.connectTimeoutMs)
  try {
    const client = await connectImap(options, signal)
    const mailboxes = (await client.list()).map(({ path }) => path)
    await client.logout()
    return judgeMailboxes(options, mailboxes)
  } catch (error) {
    const problem = describeProblem(error, { mailbox, options })
    return { ok: false, mailboxes: [], problem }
  }
}

function judgeMailboxes(options: ImapOptions, mailboxes: readonly string[]): MailTest {
  const known = new Set(mailboxes.map((name) => name.toUpperCase()))
  const missing = options.mailboxes.find((name) => !known.has(name.toUpperCase()))
  return missing === undefined
    ? { ok: true, mailboxes }
    : { ok: false, mailboxes, problem: `there is no mailbox ${missing}; it has the ones listed` }
}
