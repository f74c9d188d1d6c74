// Watches one mailbox over its own connection: IDLE (RFC 2177) or polling, and back after trouble.

import type { ImapFlow } from 'imapflow'
import { createBell } from '../mailbox/bell.ts'
import type { Bell } from '../mailbox/bell.ts'
import { problemText } from '../mailbox/health.ts'
import type { HealthKeeper } from '../mailbox/health.ts'
import type { KeptMailDeps } from '../mailbox/kept-mail.ts'
import { keepTrying } from '../mailbox/keep-trying.ts'
import { WINDOW_MESSAGES_MAX } from '../mailbox/limits.ts'
import { tlsProblem } from '../mailbox/server.ts'
import type { MailIntakeDeps } from '../mailbox/types.ts'
import { connectImap } from './connect.ts'
import type { ImapOptions } from './options.ts'
import { trackProgress } from './progress.ts'
import type { Progress } from './progress.ts'
import { cursorKey, readMailbox } from './read-mailbox.ts'

export type MailboxWatch = {
  readonly mailbox: string
  readonly options: ImapOptions
  readonly deps: MailIntakeDeps & KeptMailDeps
  readonly health: HealthKeeper
  readonly signal: AbortSignal
}

/** Runs until the signal is given; never rejects. */
export function watchMailbox(watch: MailboxWatch): Promise<void> {
  const session: Session = {
    progress: undefined, window: { size: WINDOW_MESSAGES_MAX }, bell: createBell(),
  }
  return keepTrying({
    ...watch,
    turn: () => runSession(watch, session),
    progress: () => session.progress?.lastUid() ?? 0,
    describe: (error) => ({
      problem: describeProblem(error, watch),
      // Providers lock accounts after a few wrong passwords; a token may only have run out.
      patient: isLoginRefused(error) && watch.options.password !== undefined,
    }),
  })
}

type Session = {
  progress: Progress | undefined
  readonly window: { size: number }
  readonly bell: Bell
}

async function runSession(watch: MailboxWatch, session: Session): Promise<void> {
  const { mailbox, options, deps, health, signal } = watch
  const { bell, window } = session
  const progress = session.progress ??
    trackProgress(await deps.cursors.get(cursorKey(options, mailbox)))
  session.progress = progress
  const client = await connectImap(options, signal)
  let broke: Error | undefined
  client.on('error', (error) => { broke ??= error })
  try {
    client.on('exists', ({ count, prevCount }) => {
      if (count > prevCount) bell.ring()
    })
    client.once('close', bell.ring)
    while (!signal.aborted) {
      await readMailbox({
        client, mailbox, options, progress, deps, signal, window, opened: bell.silence,
      })
      const problem = unfinished(progress, options)
      const isNews = health.set(problem === undefined ? 'ok' : 'failing', problem)
      if (isNews && problem !== undefined) {
        deps.log.warn('mail was left where it is', {
          source: options.source, place: mailbox, problem,
        })
      }
      await waitForNews(client, options, bell, signal)
    }
  } catch (error) {
    // Commands only know that the connection is gone.
    throw broke ?? error
  } finally {
    client.close()
  }
}

/** IDLE ends by itself when the next command is given. */
async function waitForNews(
  client: ImapFlow, options: ImapOptions, bell: Bell, signal: AbortSignal,
): Promise<void> {
  const canIdle = client.capabilities.has('IDLE')
  if (!client.usable) throw new Error(closedText(client))
  // What ends IDLE early closes the connection too, and that rings.
  if (canIdle) client.idle().catch(bell.ring)
  await bell.wait(canIdle ? options.idlePollMs : options.pollMs, signal)
  if (!client.usable && !signal.aborted) throw new Error(closedText(client))
}

function closedText({ byeReason }: ImapFlow): string {
  return byeReason === undefined
    ? 'the server closed the connection'
    : `the server closed the connection: ${byeReason}`
}

function unfinished(progress: Progress, options: ImapOptions): string | undefined {
  const { size } = progress.untouched
  if (size > 0) {
    const target = options.moveTo === undefined ? '' : ` to ${options.moveTo}`
    return `${size} messages are kept, but the server refused to ${options.after} them${target}`
  }
  const passedOver = progress.passedOver()
  return passedOver === 0
    ? undefined
    : `${passedOver} messages could not be fetched; each is tried again every hour`
}

type ImapError = Error & {
  readonly authenticationFailed?: boolean
  readonly mailboxMissing?: boolean
  readonly tlsFailed?: boolean
  readonly responseText?: string
}

function isLoginRefused(error: unknown): boolean {
  return error instanceof Error && (error as ImapError).authenticationFailed === true
}

/** What failed, where, and what to do about it. */
export function describeProblem(error: unknown, { mailbox, options }: {
  readonly mailbox: string; readonly options: ImapOptions
}): string {
  const { authenticationFailed, mailboxMissing, tlsFailed, responseText } =
    error instanceof Error ? error as ImapError : {} as Partial<ImapError>
  const tls = tlsProblem(error)
  const text = problemText(responseText ?? tls ?? error)
  if (authenticationFailed) {
    return `${options.host} refused the login of ${options.user}: ${text}`
  }
  if (mailboxMissing) return `there is no mailbox ${mailbox} on ${options.host}: ${text}`
  if (tlsFailed || tls !== undefined) return `no protected connection to ${options.host}: ${text}`
  return `${options.host}, ${mailbox}: ${text}`
}
