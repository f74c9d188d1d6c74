// Where questions about mailboxes come in: finds the account, keeps its reader, and remembers what
// went wrong.

import type { Store } from '../store/types.ts'
import { listKnown, openReader, type KnownMailbox } from './known.ts'
import type { MailboxesOptions } from './options.ts'
import type { MailReader } from './reader.ts'
import type { SecretBox } from './secret-box.ts'
import { MailboxError } from './types.ts'

export type MailboxesDeps = {
  readonly store: Store
  readonly now: () => number
  readonly secrets: SecretBox
  /** Whose the configured ones are. */
  readonly tenant: string
  /** Certificates (PEM) that mail servers may show instead of the system's. */
  readonly certificateAuthority?: string | undefined
}

export type Desk = {
  readonly all: (tenant: string) => Promise<readonly KnownMailbox[]>
  /** @throws MailboxError `not-found` */
  readonly find: (tenant: string, id: string) => Promise<KnownMailbox>
  readonly ask: <Answer>(
    tenant: string, id: string, question: (reader: MailReader) => Promise<Answer>,
  ) => Promise<Answer>
  readonly problemOf: (tenant: string, id: string) => string | undefined
  readonly forget: (tenant: string, id: string) => Promise<void>
  readonly stop: () => Promise<void>
}

export function createDesk({ accounts }: MailboxesOptions, deps: MailboxesDeps): Desk {
  const readers = new Map<string, Promise<MailReader>>()
  const problems = new Map<string, string>()
  const all = (tenant: string): Promise<readonly KnownMailbox[]> =>
    listKnown(deps.store, tenant === deps.tenant ? accounts : [], tenant)
  const find = async (tenant: string, id: string): Promise<KnownMailbox> => {
    const known = (await all(tenant)).find((one) => one.id === id)
    if (known === undefined) throw new MailboxError('not-found', 'There is no such mailbox.')
    return known
  }
  const readerOf = (name: string, known: KnownMailbox): Promise<MailReader> => {
    const open = readers.get(name) ?? openReader(known, deps)
    readers.set(name, open)
    // One that could not be opened is opened anew at the next question.
    open.catch(() => readers.delete(name))
    return open
  }
  return {
    all, find,
    async ask(tenant, id, question) {
      const name = `${tenant}\n${id}`
      try {
        const answer = await question(await readerOf(name, await find(tenant, id)))
        problems.delete(name)
        return answer
      } catch (error) {
        if (error instanceof MailboxError && error.code === 'unavailable') {
          problems.set(name, error.message)
        }
        throw error
      }
    },
    problemOf: (tenant, id) => problems.get(`${tenant}\n${id}`),
    async forget(tenant, id) {
      const name = `${tenant}\n${id}`
      const open = readers.get(name)
      readers.delete(name)
      problems.delete(name)
      await (await open)?.close()
    },
    async stop() {
      const open = await Promise.allSettled(readers.values())
      for (const one of open) if (one.status === 'fulfilled') await one.value.close()
    },
  }
}
