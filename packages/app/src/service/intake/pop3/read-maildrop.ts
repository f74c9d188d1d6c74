// One session with a maildrop: what is new becomes durable, and only then may it be deleted.
// Deletions are true at QUIT; one that gets lost makes the next session see the same mail again,
// which the keys make harmless.

import { createHash } from 'node:crypto'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { collectMail } from '../mailbox/kept-mail.ts'
import type { KeptMailDeps } from '../mailbox/kept-mail.ts'
import { shortName } from '../mailbox/known.ts'
import type { KnownMessages } from '../mailbox/known.ts'
import {
  MESSAGE_ATTEMPTS_MAX, MESSAGE_RETRY_MS, POP3_MESSAGES_MAX, POP3_SESSION_MESSAGES_MAX,
  WINDOW_MESSAGES_MAX,
} from '../mailbox/limits.ts'
import { Pop3Refusal } from './connection.ts'
import type { Pop3Connection } from './connection.ts'
import type { Pop3Options } from './options.ts'
import type { Body } from './reader.ts'

type Listed = {
  readonly number: number; readonly uid: string; readonly size: number; readonly name: string
}

/** Messages that broke the connection or were refused, by name. */
export type Troubles = Map<string, { readonly attempts: number; readonly retryAt: number }>

export type MaildropRound = {
  readonly connection: Pop3Connection
  readonly options: Pop3Options
  readonly known: KnownMessages
  readonly troubles: Troubles
  /** Names of messages that are kept and that the server would not delete. */
  readonly refused: Set<string>
  readonly deps: KeptMailDeps
  readonly signal: AbortSignal
}

/** How many messages were taken, and whether there are more. */
export type RoundResult = {
  readonly messages: number; readonly isMore: boolean
  /** Messages without a unique id: which of them are new cannot be told. */
  readonly nameless: number
}

export async function readMaildrop(round: MaildropRound): Promise<RoundResult> {
  const { connection, known, troubles, deps, signal } = round
  const timer = setTimeout(connection.close, round.options.messageTimeoutMs)
  const { listed, nameless } = await listMessages(connection).finally(() => clearTimeout(timer))
  const times = countNames(listed)
  known.keepOnly(times)
  for (const name of troubles.keys()) if (!times.has(name)) troubles.delete(name)
  await deleteAgain(round, listed, times)
  const fresh = listed.filter(({ name }) => {
    const trouble = troubles.get(name)
    const isLeft = trouble !== undefined && trouble.attempts >= MESSAGE_ATTEMPTS_MAX &&
      trouble.retryAt > deps.now()
    return !isLeft && (times.get(name) ?? 0) > known.timesSeen(name)
  })
  const some = fresh.slice(0, POP3_SESSION_MESSAGES_MAX)
  for (let at = 0; at < some.length && !signal.aborted; at += WINDOW_MESSAGES_MAX) {
    await readWindow(round, some.slice(at, at + WINDOW_MESSAGES_MAX), times)
  }
  await connection.quit()
  return { messages: some.length, isMore: fresh.length > some.length, nameless }
}

/** What a maildrop holds, in the order of its numbers, which are true in this session only. */
async function listMessages(
  connection: Pop3Connection,
): Promise<{ readonly listed: Listed[]; readonly nameless: number }> {
  const uids = new Map<number, string>()
  await connection.uidl((number, uid) => {
    uids.set(number, uid)
    if (uids.size > POP3_MESSAGES_MAX) throw new Error('the maildrop lists messages without end')
  }).catch((error: unknown) => {
    if (!(error instanceof Pop3Refusal)) throw error
    throw new Error(`no unique ids (UIDL), so messages cannot be told apart: ${error.message}`)
  })
  const sizes = new Map<number, number>()
  await connection.list((number, size) => {
    sizes.set(number, size)
    if (sizes.size > POP3_MESSAGES_MAX) throw new Error('the maildrop lists sizes without end')
  })
  // A size only helps to tell messages apart: what has a unique id is read without one, too.
  const listed = [...uids].map(([number, uid]): Listed => {
    const size = sizes.get(number) ?? 0
    return { number, uid, size, name: shortName(`${size} ${uid}`) }
  })
  const nameless = [...sizes.keys()].filter((number) => !uids.has(number)).length
  return { listed, nameless }
}

async function readWindow(
  round: MaildropRound, messages: readonly Listed[], times: ReadonlyMap<string, number>,
): Promise<void> {
  const { options, known, deps } = round
  const mail = collectMail<Listed>(options, deps)
  for (const message of messages) {
    if (round.signal.aborted) break
    const body = await retrieve(round, message)
    if (body === undefined) continue
    const sha256 = createHash('sha256').update(body.bytes).digest('hex')
    await mail.add(message, {
      transportKey: [cursorKey(options), encodeURIComponent(message.uid), body.size, sha256]
        .join('/'),
      bytes: body.bytes, size: body.size,
      place: { uidl: message.uid, bytesListed: message.size },
    })
  }
  for (const { id, touch } of await mail.commit()) {
    // What will be deleted is not remembered: should it come again, it is to be deleted again.
    const isDeleted = options.after === 'delete' && touch && await tryDelete(round, id)
    if (!isDeleted && known.timesSeen(id.name) < (times.get(id.name) ?? 0)) known.see(id.name)
  }
}

/** What was refused is tried in each session, until the first that is refused again. */
async function deleteAgain(
  round: MaildropRound, listed: readonly Listed[], times: ReadonlyMap<string, number>,
): Promise<void> {
  for (const name of round.refused) if (!times.has(name)) round.refused.delete(name)
  for (const message of listed) {
    if (round.refused.has(message.name) && !await tryDelete(round, message)) return
  }
}

async function tryDelete(
  { connection, refused }: MaildropRound, { number, name }: Listed,
): Promise<boolean> {
  try {
    await connection.delete(number)
    refused.delete(name)
    return true
  } catch (error) {
    if (!(error instanceof Pop3Refusal)) throw error
    refused.add(name)
    return false
  }
}

/** Undefined where the server refuses the message; rejects where the connection breaks. */
async function retrieve(
  { connection, options, troubles, deps }: MaildropRound, { number, name }: Listed,
): Promise<Body | undefined> {
  const attempts = (troubles.get(name)?.attempts ?? 0) + 1
  const timer = setTimeout(connection.close, options.messageTimeoutMs)
  try {
    const body = await connection.retrieve(number, MESSAGE_BYTES_MAX)
    troubles.delete(name)
    return body
  } catch (error) {
    troubles.set(name, { attempts, retryAt: deps.now() + MESSAGE_RETRY_MS })
    if (error instanceof Pop3Refusal) return undefined
    throw error
  } finally {
    clearTimeout(timer)
  }
}

function countNames(listed: readonly Listed[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { name } of listed) times.set(name, (times.get(name) ?? 0) + 1)
  return times
}

export function cursorKey({ user, host }: Pop3Options): string {
  return `pop3/${encodeURIComponent(`${user}@${host.toLowerCase()}`)}`
}
