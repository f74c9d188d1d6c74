// An IMAP account (RFC 9051) as people look through it: only the page that is asked for is fetched,
// and what does not change is remembered.

import { MESSAGE_BYTES_MAX } from '@carom/core'
import type { FetchMessageObject, ImapFlow, MessageAddressObject, SearchObject } from 'imapflow'
import { touchMessages } from '../intake/imap/touch.ts'
import { safeLine } from '../safe-text.ts'
import { createImapSession, type ImapAccount } from './imap-session.ts'
import { FOLDERS_MAX, LINE_CHARS_MAX, ROWS_KEPT_MAX } from './limits.ts'
import { formatKey, parseKey } from './message-key.ts'
import { keepNewest, type MailReader, type ReaderPage, type ReaderQuery } from './reader.ts'
import { MailboxError, type Flag, type FolderView, type MessageRow } from './types.ts'

const QUERY = {
  uid: true, envelope: true, internalDate: true, size: true, flags: true, bodyStructure: true,
} as const
const FLAGS: readonly Flag[] = ['seen', 'answered', 'flagged', 'draft', 'deleted']
const USES: Readonly<Record<string, string>> = {
  '\\Inbox': 'inbox', '\\Sent': 'sent', '\\Drafts': 'drafts', '\\Trash': 'trash',
  '\\Junk': 'junk', '\\Archive': 'archive',
}

/** The rows of messages, and the UIDs of a folder while it stays as it is. */
type Kept = {
  readonly rows: ReturnType<typeof keepNewest<MessageRow>>
  uids: { readonly state: string; readonly uids: readonly number[] }
}

/** @throws TypeError where the way would be open to listeners */
export function createImapReader(account: ImapAccount): MailReader {
  const session = createImapSession(account)
  const kept: Kept = {
    rows: keepNewest<MessageRow>(ROWS_KEPT_MAX), uids: { state: '', uids: [] },
  }
  return {
    test: () => session.ask(async (client) => {
      await client.noop()
      return `${account.host} lets ${account.user} in.`
    }),
    folders: () => session.ask(listFolders),
    list: (query) => session.ask((client) => listMessages(client, kept, query)),
    fetch: (key) => session.ask((client) => fetchMessage(client, key)),
    move: (key, folder) => session.ask(async (client) => {
      const uid = await openAt(client, key, false)
      if (uid === undefined) throw new MailboxError('not-found', 'The message is gone.')
      const isMoved = await touchMessages(
        client, [uid], { ...session.options, after: 'move', moveTo: folder })
      if (isMoved) return
      throw new MailboxError('unavailable', `The server refused to move it to ${folder}.`)
    }),
    close: session.close,
  }
}

async function listFolders(client: ImapFlow): Promise<FolderView[]> {
  const folders = await client.list({ statusQuery: { messages: true, unseen: true } })
  return folders.filter(({ flags }) => !flags.has('\\Noselect')).slice(0, FOLDERS_MAX)
    .map(({ path, specialUse = '', status }) => {
      const use = USES[specialUse]
      return {
        name: path, messages: status?.messages ?? 0, unseen: status?.unseen ?? 0,
        ...(use === undefined ? {} : { use }),
      }
    })
}

/** Opens a folder; where it is open, asks the server for news of it. Answers its UIDVALIDITY. */
async function openFolder(client: ImapFlow, folder: string, readOnly: boolean): Promise<string> {
  const { mailbox } = client
  const isOpen = mailbox !== false && mailbox.path === folder &&
    (mailbox.readOnly === true) === readOnly
  if (isOpen) await client.noop()
  else {
    await client.mailboxOpen(folder, { readOnly }).catch((error: unknown) => {
      if (!client.usable) throw error
      throw new MailboxError('not-found', `There is no folder ${safeLine(folder, LINE_CHARS_MAX)}.`)
    })
  }
  return client.mailbox === false ? '' : String(client.mailbox.uidValidity)
}

async function listMessages(
  client: ImapFlow, kept: Kept, { folder, limit, after, search, only }: ReaderQuery,
): Promise<ReaderPage> {
  const validity = await openFolder(client, folder, true)
  const found = search === undefined
    ? await readUids(client, kept, `${folder}\n${validity}`) : await findUids(client, search)
  const place = (uid: number) => formatKey({ folder, name: [validity, String(uid)] })
  const all = only === undefined ? found : found.filter((uid) => only.has(place(uid)))
  const from = after === undefined ? 0 : firstBelow(all, after[0])
  const uids = all.slice(from, from + limit)
  const rows = await readRows(client, kept, { folder, uids, place })
  const last = uids.at(-1)
  const isMore = from + limit < all.length && last !== undefined
  return { rows, total: all.length, ...(isMore ? { next: [last, ''] as const } : {}) }
}

/** All, newest first. */
async function readUids(client: ImapFlow, kept: Kept, name: string): Promise<readonly number[]> {
  const { exists, uidNext } = client.mailbox as { exists: number; uidNext: number }
  const state = `${name}\n${exists}\n${uidNext}`
  if (kept.uids.state === state) return kept.uids.uids
  const uids = exists === 0 ? [] : await searchUids(client, { all: true })
  kept.uids = { state, uids }
  return uids
}

function findUids(client: ImapFlow, text: string): Promise<readonly number[]> {
  return searchUids(client, { or: [{ subject: text }, { from: text }, { to: text }] })
}

async function searchUids(client: ImapFlow, query: SearchObject): Promise<readonly number[]> {
  const found = await client.search(query, { uid: true })
  if (!Array.isArray(found)) {
    throw new MailboxError('unavailable', 'The server refused to search the folder.')
  }
  return found.sort((a, b) => b - a)
}

/** Where UIDs that fall are less than one of them. */
function firstBelow(uids: readonly number[], uid: number): number {
  let [low, high] = [0, uids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((uids[middle] as number) < uid) high = middle
    else low = middle + 1
  }
  return low
}

async function readRows(client: ImapFlow, kept: Kept, { folder, uids, place }: {
  readonly folder: string; readonly uids: readonly number[]
  readonly place: (uid: number) => string
}): Promise<MessageRow[]> {
  if (uids.length === 0) return []
  const rows = new Map<number, MessageRow>()
  const known = uids.filter((uid) => kept.rows.get(place(uid)) !== undefined)
  const fresh = uids.filter((uid) => kept.rows.get(place(uid)) === undefined)
  // Flags are all that changes of a message that stays.
  const read = async (some: readonly number[], query: object): Promise<void> => {
    if (some.length === 0) return
    for await (const message of client.fetch(some.join(','), query, { uid: true })) {
      const key = place(message.uid)
      const before = kept.rows.get(key)
      const row = before === undefined
        ? toRow(message, key, folder) : { ...before, flags: flagsOf(message) }
      kept.rows.set(key, row)
      rows.set(message.uid, row)
    }
  }
  await read(known, { uid: true, flags: true })
  await read(fresh, QUERY)
  return uids.flatMap((uid) => rows.get(uid) ?? [])
}

function toRow(message: FetchMessageObject, key: string, folder: string): MessageRow {
  const { envelope = {}, internalDate, size = 0, bodyStructure } = message
  const id = envelope.messageId
  const at = new Date(internalDate ?? 0).getTime()
  return {
    key, folder, size, flags: flagsOf(message), receivedAt: Number.isNaN(at) ? 0 : at,
    subject: safeLine(envelope.subject ?? '', LINE_CHARS_MAX),
    author: formatAddresses(envelope.from), to: formatAddresses(envelope.to),
    hasAttachments: hasAttachment(bodyStructure),
    ...(id === undefined ? {} : { messageId: safeLine(id, LINE_CHARS_MAX) }),
  }
}

function flagsOf({ flags }: FetchMessageObject): Flag[] {
  const names = new Set([...flags ?? []].map((flag) => flag.toLowerCase()))
  return FLAGS.filter((flag) => names.has(`\\${flag}`))
}

function formatAddresses(addresses: readonly MessageAddressObject[] = []): string {
  const shown = addresses.slice(0, 10).map(({ name, address }) =>
    name ? `${name} <${address ?? ''}>` : address ?? '')
  return safeLine(shown.join(', '), LINE_CHARS_MAX)
}

type Structure = {
  readonly disposition?: string | undefined
  readonly childNodes?: readonly Structure[] | undefined
}

function hasAttachment(part: Structure | undefined, depth: number = 0): boolean {
  if (part === undefined || depth > 20) return false
  return part.disposition?.toLowerCase() === 'attachment' ||
    (part.childNodes ?? []).some((child) => hasAttachment(child, depth + 1))
}

/** Opens the folder of a message; undefined where its name leads nowhere any more. */
async function openAt(
  client: ImapFlow, key: string, readOnly: boolean,
): Promise<number | undefined> {
  const place = parseKey(key)
  const [validity = '', uid = ''] = place?.name ?? []
  if (place === undefined || !/^\d{1,10}$/.test(uid)) return undefined
  return await openFolder(client, place.folder, readOnly) === validity ? Number(uid) : undefined
}

async function fetchMessage(client: ImapFlow, key: string): ReturnType<MailReader['fetch']> {
  const uid = await openAt(client, key, true)
  if (uid === undefined) return undefined
  const query = { ...QUERY, source: { start: 0, maxLength: MESSAGE_BYTES_MAX } }
  const message = await client.fetchOne(String(uid), query, { uid: true })
  if (message === false || message.source === undefined) return undefined
  const row = toRow(message, key, parseKey(key)?.folder ?? '')
  const { source } = message
  return {
    key, row, bytes: source, size: message.size ?? source.length, receivedAt: row.receivedAt,
    folder: row.folder,
  }
}
