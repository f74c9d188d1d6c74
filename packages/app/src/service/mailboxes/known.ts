// Accounts wherever they stand, in the configuration or in the store, and how they are opened.

import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import type { Reader } from '../store/types.ts'
import { listAccounts, type KeptAccount } from './accounts.ts'
import { createImapReader } from './imap-reader.ts'
import { createMaildirReader } from './maildir-reader.ts'
import type { ConfiguredMailbox, MailboxesOptions } from './options.ts'
import type { MailReader } from './reader.ts'
import type { SecretBox } from './secret-box.ts'
import { MailboxError, type AccountInput, type MailboxView } from './types.ts'

export type KnownMailbox = Omit<KeptAccount, 'createdAt'> & {
  readonly origin: MailboxView['origin']
  readonly createdAt?: number
  readonly password?: string
}

/** Those of the configuration first. */
export async function listKnown(
  reader: Reader, configured: readonly ConfiguredMailbox[], tenant: string,
): Promise<KnownMailbox[]> {
  const added = await listAccounts(reader, tenant)
  return [
    ...configured.map(fromConfig),
    ...added.map((one): KnownMailbox => ({ ...one, origin: 'added' })),
  ]
}

function fromConfig(one: ConfiguredMailbox): KnownMailbox {
  const { name, addresses, bouncedFolder } = one
  const base = { id: name, name, addresses, bouncedFolder, origin: 'config' as const }
  const { host = '', port, security, user = '', serverName, password = '', path = '' } = one
  if (one.type === 'maildir') return { ...base, account: { kind: 'maildir', path } }
  return {
    ...base, password, account: {
      kind: 'imap', host, security, user, ...(port === undefined ? {} : { port }),
      ...(serverName === undefined ? {} : { serverName }),
    },
  }
}

/** The reader of an account, which connects when it is first asked. */
export async function openReader(
  { account, password, secret, id }: KnownMailbox,
  { secrets, certificateAuthority }: {
    readonly secrets: SecretBox; readonly certificateAuthority?: string | undefined
  },
): Promise<MailReader> {
  if (account.kind === 'maildir') return createMaildirReader(account.path)
  const kept = password ?? (secret === undefined ? '' : await secrets.open(secret, id))
  return createImapReader({ ...account, password: kept, allowPlain: true, certificateAuthority })
}

/** What was given to be added, checked; a Maildir by its real path. */
export async function checkAccount(
  account: AccountInput, { maildirRoots }: Pick<MailboxesOptions, 'maildirRoots'>,
): Promise<AccountInput> {
  if (account.kind === 'imap') {
    try {
      // Plain is for this machine only; the reader's own check says so.
      await createImapReader({ ...account, allowPlain: true }).close()
      return account
    } catch (error) {
      if (error instanceof TypeError) throw new MailboxError('invalid', error.message)
      throw error
    }
  }
  const path = await realOrNone(account.path)
  const roots = await Promise.all(maildirRoots.map(realOrNone))
  const isAllowed = path !== undefined && roots.some((root) =>
    root !== undefined && (path === root || path.startsWith(`${root}${sep}`)))
  // The same words whether it is there or not: nobody learns what lies on this machine.
  if (!isAllowed) {
    throw new MailboxError('invalid', 'This Maildir may not be opened. Name it, or a folder that ' +
      'it lies in, as mailboxes.maildirRoots in the configuration, and start the service again.')
  }
  return { kind: 'maildir', path }
}

async function realOrNone(path: string): Promise<string | undefined> {
  return await realpath(path).catch(() => undefined)
}

export function viewOf(
  { id, name, account, addresses, bouncedFolder, origin, createdAt }: KnownMailbox,
  marked: number, problem: string | undefined,
): MailboxView {
  return {
    id, name, kind: account.kind, addresses, bouncedFolder, origin, marked,
    place: account.kind === 'imap' ? `${account.user}@${account.host}` : account.path,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(problem === undefined ? {} : { problem }),
  }
}
