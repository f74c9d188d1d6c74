// One look through a mailbox: new messages by UID in windows, durable first, then touched.

import { hash } from 'node:crypto'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { collectMail, KeepingError } from '../mailbox/kept-mail.ts'
import type { KeptMail, KeptMailDeps } from '../mailbox/kept-mail.ts'
import { WINDOW_MESSAGES_MAX } from '../mailbox/limits.ts'
import type { Log } from '../../log.ts'
import type { Cursors } from '../mailbox/types.ts'
import type { ImapOptions } from './options.ts'
import type { Progress } from './progress.ts'
import { isServerState } from './response-code.ts'
import { touchMessages } from './touch.ts'

export type MailboxPass = {
  readonly client: ImapFlow
  readonly mailbox: string
  readonly options: ImapOptions
  readonly progress: Progress
  readonly deps: KeptMailDeps & { readonly cursors: Cursors; readonly log: Log }
  readonly signal: AbortSignal
  /** Called once the mailbox is open: what the server tells from now on is news. */
  readonly opened: () => void
  /** Messages of the next window: fewer after trouble, one in the end, to find who makes it. */
  readonly window: { size: number }
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Rejects when the server, the connection or the store fail; nothing is lost by that, since the
 * next look begins before whatever is unfinished.
 */
export async function readMailbox(pass: MailboxPass): Promise<void> {
  const { client, mailbox, options, progress, deps, signal, window } = pass
  const isOnlyRead = options.after === 'leave'
  const uids = await inTime(pass, async () => {
    const { uidValidity, uidNext } = await client.mailboxOpen(mailbox, { readOnly: isOnlyRead })
    if (!uidValidity) throw new Error(`${mailbox} has no UIDVALIDITY; its messages have no names`)
    pass.opened()
    progress.open(uidValidity.toString())
    if (progress.beginsAnew(uidNext, deps.now())) tellNumberedAnew(pass)
    await touchAgain(pass)
    return findNew(pass)
  })
  for (let at = 0; at < uids.length && !signal.aborted && !progress.isFull();) {
    const some = uids.slice(at, at + window.size)
    await readWatched(pass, some)
    at += some.length
  }
  for (const uid of progress.due(deps.now())) {
    if (signal.aborted) return
    await readWatched(pass, [uid])
  }
}

function tellNumberedAnew({ deps, options, mailbox }: MailboxPass): void {
  deps.log.warn('a mailbox numbers its messages anew without saying so (UIDVALIDITY); it is read ' +
    'from the beginning', { source: options.source, place: mailbox })
}

/** A server that sends a byte now and then is not silent, and yet gets nowhere. */
async function inTime<Result>(
  { client, options }: MailboxPass, work: () => Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(() => client.close(), options.windowTimeoutMs)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
  }
}

async function findNew({ client, options, progress }: MailboxPass): Promise<number[]> {
  const last = progress.lastUid()
  // SINCE compares days of the server's time zone; the window looks at the time itself.
  const since = options.since === undefined ? {} : { since: new Date(options.since - DAY_MS) }
  const found = await client.search({ uid: `${last + 1}:*`, ...since }, { uid: true })
  if (!Array.isArray(found)) throw new Error('the server refused to list messages (UID SEARCH)')
  // The range n:* always names the last message, even where that is older.
  return found.filter((uid) => uid > last)
}

async function readWatched(pass: MailboxPass, uids: readonly number[]): Promise<void> {
  const { progress, window, deps } = pass
  const [only] = uids
  try {
    await readWindow(pass, uids)
    window.size = Math.min(WINDOW_MESSAGES_MAX, window.size * 2)
    for (const uid of uids) progress.recovered(uid)
  } catch (error) {
    if (error instanceof KeepingError || pass.signal.aborted) throw error
    window.size = Math.max(1, Math.floor(uids.length / 4))
    const isItsFault = uids.length === 1 && only !== undefined && !isServerState(error)
    if (isItsFault && progress.failed(only, deps.now())) progress.passed(only)
    throw error
  }
  await saveCursor(pass)
}

async function readWindow(pass: MailboxPass, uids: readonly number[]): Promise<void> {
  const { client, options, progress, deps } = pass
  const mail = collectMail<number>(options, deps)
  await inTime(pass, async () => {
    const seen = await fetchWindow(pass, uids, mail)
    await checkMissing(client, uids.filter((uid) => !seen.has(uid)))
  })
  const committed = await mail.commit()
  for (const { id, touch } of committed) if (touch) progress.untouched.add(id)
  progress.passed(uids.at(-1) ?? 0)
  await touchSome(pass, committed.filter(({ touch }) => touch).map(({ id }) => id))
}

async function fetchWindow(
  pass: MailboxPass, uids: readonly number[], mail: KeptMail<number>,
): Promise<Set<number>> {
  const { since } = pass.options
  const query = {
    uid: true, size: true, internalDate: since !== undefined,
    source: { start: 0, maxLength: MESSAGE_BYTES_MAX },
  }
  const wanted = new Set(uids)
  const seen = new Set<number>()
  for await (const message of pass.client.fetch(uids.join(','), query, { uid: true })) {
    const { uid, source } = message
    // A server may send what nobody asked for, and the same more than once.
    if (source === undefined || !wanted.has(uid) || seen.has(uid)) continue
    seen.add(uid)
    if (isTooOld(message, since)) continue
    await mail.add(uid, {
      transportKey: transportKey(pass, uid, source), bytes: source,
      size: message.size ?? source.length,
      place: { mailbox: pass.mailbox, uidValidity: uidValidityOf(pass), uid },
    })
  }
  return seen
}

/** What other clients expunged meanwhile is gone; what is still there must come. */
async function checkMissing(client: ImapFlow, missing: readonly number[]): Promise<void> {
  if (missing.length === 0) return
  const still = await client.search({ uid: missing.join(',') }, { uid: true })
  const [first] = Array.isArray(still) ? still.filter((uid) => missing.includes(uid)) : missing
  if (first === undefined) return
  throw new Error(`the server has message UID ${first} but does not hand it over`)
}

async function touchAgain(pass: MailboxPass): Promise<void> {
  const uids = [...pass.progress.untouched]
  if (uids.length === 0) return
  for (let at = 0; at < uids.length && !pass.signal.aborted; at += WINDOW_MESSAGES_MAX) {
    if (!await touchSome(pass, uids.slice(at, at + WINDOW_MESSAGES_MAX))) break
  }
  await saveCursor(pass)
}

async function touchSome(pass: MailboxPass, uids: readonly number[]): Promise<boolean> {
  const { client, options, progress } = pass
  const isDone = uids.length === 0 || await touchMessages(client, uids, options)
  if (isDone) for (const uid of uids) progress.untouched.delete(uid)
  return isDone
}

function saveCursor({ deps, options, mailbox, progress }: MailboxPass): Promise<void> {
  return deps.cursors.set(cursorKey(options, mailbox), progress.toCursor())
}

export function cursorKey(options: ImapOptions, mailbox: string): string {
  return ['imap', accountOf(options), encodeURIComponent(mailbox)].join('/')
}

/** With the bytes: a UID may name another message behind a tunnel, or after a restored backup. */
function transportKey(pass: MailboxPass, uid: number, bytes: Uint8Array): string {
  return [
    cursorKey(pass.options, pass.mailbox), uidValidityOf(pass), uid, hash('sha256', bytes),
  ].join('/')
}

function accountOf({ user, host }: ImapOptions): string {
  return encodeURIComponent(`${user}@${host.toLowerCase()}`)
}

function uidValidityOf({ client }: MailboxPass): string {
  return client.mailbox === false ? '' : String(client.mailbox.uidValidity)
}

function isTooOld({ internalDate }: FetchMessageObject, since: number | undefined): boolean {
  if (since === undefined || internalDate === undefined) return false
  return new Date(internalDate).getTime() < since
}
