// The POP3 intake (RFC 1939): keeps the bounces of a maildrop, and only then deletes them.

import { createBell } from './mailbox/bell.ts'
import { keepHealth, problemText } from './mailbox/health.ts'
import type { HealthKeeper } from './mailbox/health.ts'
import { keepTrying } from './mailbox/keep-trying.ts'
import { readKnown } from './mailbox/known.ts'
import type { KnownMessages } from './mailbox/known.ts'
import { readsAsBounce } from './mailbox/read-bounce.ts'
import { tlsProblem } from './mailbox/server.ts'
import type { MailIntake, MailIntakeDeps } from './mailbox/types.ts'
import { connectPop3, Pop3LoginRefusal } from './pop3/connection.ts'
import { checkPop3Options } from './pop3/options.ts'
import type { Pop3Options, Pop3Settings } from './pop3/options.ts'
import { cursorKey, readMaildrop } from './pop3/read-maildrop.ts'
import type { Troubles } from './pop3/read-maildrop.ts'

export type { Pop3Settings } from './pop3/options.ts'

/** Throws a TypeError where the settings cannot work. */
export function createPop3Intake(settings: Pop3Settings, deps: MailIntakeDeps): MailIntake {
  const options = checkPop3Options(settings)
  const health = keepHealth(`${options.user}@${options.host}`, deps)
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> = Promise.resolve()
  return {
    start: () => {
      const watch: Watch = {
        options, deps, health, signal, troubles: new Map(), refused: new Set(),
        messages: 0, nameless: 0,
      }
      running = keepTrying({
        options, deps, health, signal,
        turn: () => lookOnce(watch),
        progress: () => watch.messages,
        describe: (error) => ({
          problem: describeProblem(error, options),
          // Providers lock accounts after a few wrong passwords; a token may only have run out.
          patient: error instanceof Pop3LoginRefusal && options.password !== undefined,
        }),
      })
      return Promise.resolve()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
    health: () => [health.read()],
  }
}

type Watch = {
  readonly options: Pop3Options
  readonly deps: MailIntakeDeps
  readonly health: HealthKeeper
  readonly signal: AbortSignal
  readonly troubles: Troubles
  readonly refused: Set<string>
  /** Of all rounds so far. */
  messages: number
  /** Messages of the last round that have no unique id. */
  nameless: number
}

async function lookOnce(watch: Watch): Promise<void> {
  const { options, deps, health, signal, troubles, refused } = watch
  const key = cursorKey(options)
  const known = readKnown(await deps.cursors.get(key))
  const connection = await connectPop3(options, signal)
  let isMore = false
  try {
    const result = await readMaildrop({
      connection, options, known, troubles, refused, signal,
      deps: {
        ...deps, isBounce: deps.isBounce ?? readsAsBounce, noteInput: health.noteInput,
      },
    })
    watch.messages += result.messages
    watch.nameless = result.nameless
    isMore = result.isMore
  } finally {
    connection.close()
    await save(deps, key, known)
  }
  const problem = unfinished(watch)
  const isNews = health.set(problem === undefined ? 'ok' : 'failing', problem)
  if (isNews && problem !== undefined) {
    deps.log.warn('mail was left where it is', { source: options.source, problem })
  }
  if (!isMore) await createBell().wait(options.pollMs, signal)
}

function unfinished({ troubles, refused, nameless }: Watch): string | undefined {
  if (troubles.size > 0) return `${troubles.size} messages could not be fetched; tried again later`
  if (refused.size > 0) return `${refused.size} messages are kept but could not be deleted`
  if (nameless > 0) return `${nameless} messages have no unique id (UIDL) and are not read`
  return undefined
}

async function save({ cursors }: MailIntakeDeps, key: string, known: KnownMessages): Promise<void> {
  if (known.isChanged()) await cursors.set(key, known.toCursor())
}

function describeProblem(error: unknown, { host, user }: Pop3Options): string {
  if (error instanceof Pop3LoginRefusal) {
    return `${host} refused the login of ${user}: ${problemText(error)}`
  }
  const tls = tlsProblem(error)
  return tls === undefined
    ? `${host}: ${problemText(error)}` : `no protected connection to ${host}: ${problemText(tls)}`
}

/** Connects, logs in, lists, and goes; never rejects. */
export async function testPop3(settings: Pop3Settings): Promise<{
  readonly ok: boolean
  readonly messages: number
  /** What is wrong and what to do. */
  readonly problem?: string
}> {
  let options: Pop3Options
  try {
    options = checkPop3Options(settings)
  } catch (error) {
    return { ok: false, messages: 0, problem: (error as TypeError).message }
  }
  let messages = 0
  try {
    const signal = AbortSignal.timeout(options.connectTimeoutMs)
    const connection = await connectPop3(options, signal)
    await connection.uidl(() => {
      messages += 1
    })
    await connection.quit()
    connection.close()
    return { ok: true, messages }
  } catch (error) {
    return { ok: false, messages, problem: describeProblem(error, options) }
  }
}
