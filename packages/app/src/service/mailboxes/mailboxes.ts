// Mailboxes that people look through: those of the configuration and those that were added.

import {
  addAccount, listAccounts, newAccountId, removeAccount, withoutPassword,
} from './accounts.ts'
import { createDesk, type Desk, type MailboxesDeps } from './desk.ts'
import { checkAccount, openReader, viewOf, type KnownMailbox } from './known.ts'
import { MAILBOXES_MAX, MARKS_MAX } from './limits.ts'
import { countMarks, listMarks, setMarks } from './marks.ts'
import { parseKey } from './message-key.ts'
import { readPreview } from './message-line.ts'
import type { MailboxesOptions } from './options.ts'
import {
  MailboxError, type ListQuery, type MailAccess, type MailboxAdmin, type MailboxInput,
  type MailboxView, type MessagePage,
} from './types.ts'

export type Mailboxes = MailboxAdmin & MailAccess & { readonly stop: () => Promise<void> }

export function createMailboxes(options: MailboxesOptions, deps: MailboxesDeps): Mailboxes {
  const desk = createDesk(options, deps)
  return { ...accountsOf(options, deps, desk), ...messagesOf(deps, desk), stop: desk.stop }
}

function accountsOf(
  options: MailboxesOptions, deps: MailboxesDeps, desk: Desk,
): Pick<Mailboxes, 'list' | 'add' | 'remove' | 'test' | 'addresses'> {
  const { store, now } = deps
  return {
    async list(tenant) {
      return await Promise.all((await desk.all(tenant)).map(async (known) => viewOf(
        known, await countMarks(store, tenant, known.id), desk.problemOf(tenant, known.id))))
    },
    add: (tenant, actor, input) => add(options, deps, { tenant, actor, input }),
    async remove(tenant, actor, id) {
      const { origin } = await desk.find(tenant, id)
      if (origin === 'config') {
        throw new MailboxError('invalid', 'It stands in the configuration; take it out there.')
      }
      await removeAccount(store, tenant, actor, id, now())
      await desk.forget(tenant, id)
    },
    async test(tenant, id) {
      try {
        return { ok: true, answer: await desk.ask(tenant, id, (reader) => reader.test()) }
      } catch (error) {
        if (!(error instanceof MailboxError) || error.code !== 'unavailable') throw error
        return { ok: false, answer: error.message }
      }
    },
    addresses: async (tenant, id) => (await desk.find(tenant, id)).addresses,
  }
}

async function add(
  options: MailboxesOptions, deps: MailboxesDeps,
  { tenant, actor, input }: {
    readonly tenant: string; readonly actor: string; readonly input: MailboxInput
  },
): Promise<MailboxView> {
  const { store, now, secrets } = deps
  const { name, addresses, bouncedFolder } = input
  if ((await listAccounts(store, tenant)).length >= MAILBOXES_MAX) {
    throw new MailboxError('invalid', `There are ${MAILBOXES_MAX} mailboxes already.`)
  }
  const account = await checkAccount(input.account, options)
  const id = newAccountId()
  const kept = {
    id, name, addresses, bouncedFolder, createdAt: now(), account: withoutPassword({ account }),
  }
  const password = account.kind === 'imap' ? account.password : undefined
  const known: KnownMailbox = {
    ...kept, origin: 'added', ...(password === undefined ? {} : { password }),
  }
  const reader = await openReader(known, deps)
  try {
    await reader.test()
  } finally {
    await reader.close()
  }
  const secret = password === undefined ? {} : { secret: await secrets.seal(password, id) }
  await addAccount(store, tenant, actor, { ...kept, ...secret })
  return viewOf(known, 0, undefined)
}

function messagesOf(
  { store, now }: MailboxesDeps, desk: Desk,
): Omit<MailboxAdmin & MailAccess, 'list' | 'add' | 'remove' | 'test' | 'addresses'> {
  const forget = async (tenant: string, mailbox: string, key: string): Promise<void> => {
    await setMarks(store, { tenant, mailbox, actor: '', keys: [key], mark: null, now: now() })
  }
  return {
    folders: (tenant, id) => desk.ask(tenant, id, (reader) => reader.folders()),
    async messages(tenant, id, query) {
      const marks = new Set(await listMarks(store, tenant, id, MARKS_MAX))
      return await listPage(desk, tenant, id, query, marks)
    },
    async preview(tenant, id, key) {
      const found = await desk.ask(tenant, id, (reader) => reader.fetch(key))
      if (found === undefined) return undefined
      const marks = await listMarks(store, tenant, id, MARKS_MAX)
      return {
        ...found.row, ...(marks.includes(key) ? { mark: 'bounce' } : {}),
        ...readPreview(found.bytes),
      }
    },
    raw: (tenant, id, key) => desk.ask(tenant, id, (reader) => reader.fetch(key)),
    fetch: (tenant, id, key) => desk.ask(tenant, id, (reader) => reader.fetch(key)),
    async mark(tenant, actor, id, keys, mark) {
      await desk.find(tenant, id)
      if (keys.some((key) => parseKey(key) === undefined)) {
        throw new MailboxError('invalid', 'A key is none that a list of messages gave.')
      }
      return await setMarks(store, { tenant, mailbox: id, actor, keys, mark, now: now() })
    },
    async marked(tenant, id, limit, offset) {
      await desk.find(tenant, id)
      const keys = await listMarks(store, tenant, id, limit, offset)
      return { keys, total: await countMarks(store, tenant, id) }
    },
    forget,
    async moveBounced(tenant, id, key) {
      const { bouncedFolder } = await desk.find(tenant, id)
      await forget(tenant, id, key)
      await desk.ask(tenant, id, (reader) => reader.move(key, bouncedFolder))
      return bouncedFolder
    },
  }
}

async function listPage(
  desk: Desk, tenant: string, id: string, query: ListQuery, marks: ReadonlySet<string>,
): Promise<MessagePage> {
  const { marked, ...rest } = query
  const page = await desk.ask(tenant, id, (reader) => reader.list({
    ...rest, ...(marked === true ? { only: marks } : {}),
  }))
  const shown = page.rows
    .map((row) => (marks.has(row.key) ? { ...row, mark: 'bounce' as const } : row))
    // The last page that was asked for may hold messages whose mark is unwanted.
    .filter((row) => marked !== false || row.mark === undefined)
  return { ...page, rows: shown, marked: marks.size }
}
