// One IMAP connection per account, for one question at a time; opened when there is one, closed
// when nobody asks any more.

import type { ImapFlow } from 'imapflow'
import { connectImap } from '../intake/imap/connect.ts'
import { checkImapOptions, type ImapOptions } from '../intake/imap/options.ts'
import { problemText } from '../intake/mailbox/health.ts'
import { IDLE_MS, QUESTION_TIMEOUT_MS } from './limits.ts'
import { MailboxError } from './types.ts'

export type ImapAccount = {
  readonly host: string
  readonly port?: number | undefined
  readonly security: 'tls' | 'starttls' | 'plain'
  readonly allowPlain: boolean
  readonly user: string
  readonly password: string
  readonly serverName?: string | undefined
  readonly certificateAuthority?: string | undefined
}

export type ImapSession = {
  /** Rejects with a `MailboxError`; questions wait for each other. */
  readonly ask: <Answer>(question: (client: ImapFlow) => Promise<Answer>) => Promise<Answer>
  readonly options: ImapOptions
  readonly close: () => Promise<void>
}

/** @throws TypeError where the way would be open to listeners */
export function createImapSession(account: ImapAccount): ImapSession {
  const { port, serverName, certificateAuthority, ...rest } = account
  const options = checkImapOptions({
    ...rest, tenant: '', source: 'mailboxes', connectTimeoutMs: 15_000,
    silenceTimeoutMs: QUESTION_TIMEOUT_MS,
    ...(port === undefined ? {} : { port }), ...(serverName === undefined ? {} : { serverName }),
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
  })
  const closing = new AbortController()
  let client: ImapFlow | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const connected = async (): Promise<ImapFlow> => {
    clearTimeout(idle)
    if (client?.usable !== true) client = await connectImap(options, closing.signal)
    return client
  }
  const waitForMore = (): void => {
    idle = setTimeout(() => void client?.logout().catch(() => client?.close()), IDLE_MS)
    idle.unref()
  }
  const answer = async <Answer>(
    question: (client: ImapFlow) => Promise<Answer>,
  ): Promise<Answer> => {
    if (closing.signal.aborted) throw new MailboxError('unavailable', 'The service is stopping.')
    let open: ImapFlow | undefined
    const timer = setTimeout(() => open?.close(), QUESTION_TIMEOUT_MS)
    try {
      open = await connected()
      return await question(open)
    } catch (error) {
      if (error instanceof MailboxError) throw error
      throw new MailboxError('unavailable', problemOf(error, account))
    } finally {
      clearTimeout(timer)
      waitForMore()
    }
  }
  return {
    options,
    ask(question) {
      const next = last.then(() => answer(question))
      last = next.catch(() => undefined)
      return next
    },
    async close() {
      closing.abort()
      clearTimeout(idle)
      await last
      client?.close()
    },
  }
}

function problemOf(error: unknown, { host, user }: ImapAccount): string {
  const { authenticationFailed, responseText } = error as {
    readonly authenticationFailed?: boolean; readonly responseText?: string
  }
  const said = problemText(responseText === undefined ? error : new Error(responseText))
  return authenticationFailed === true
    ? `${host} refuses user ${user} and the password: ${said}` : `${host}: ${said}`
}
