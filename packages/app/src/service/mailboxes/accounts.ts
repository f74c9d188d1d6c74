// Accounts that were added while the service ran, as rows of the store.

import { randomBytes } from 'node:crypto'
import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import type { Reader, Store } from '../store/types.ts'
import type { MailboxInput } from './types.ts'

/** An account without its secret. */
export type KeptAccount = {
  readonly id: string
  readonly name: string
  readonly account:
    | {
      readonly kind: 'imap'; readonly host: string; readonly port?: number
      readonly security: 'tls' | 'starttls' | 'plain'; readonly user: string
      readonly serverName?: string
    }
    | { readonly kind: 'maildir'; readonly path: string }
  readonly addresses: readonly string[]
  readonly bouncedFolder: string
  readonly createdAt: number
  readonly secret?: Uint8Array
}

type AccountDbRow = {
  readonly id: string; readonly kind: string; readonly name: string; readonly settings: string
  readonly secret: Uint8Array | null; readonly created_at: number
}

type Settings = Pick<KeptAccount, 'account' | 'addresses' | 'bouncedFolder'>

export function newAccountId(): string {
  return `mb_${randomBytes(8).toString('hex')}`
}

/** Oldest first. */
export async function listAccounts(reader: Reader, tenant: string): Promise<KeptAccount[]> {
  const rows = await reader.all<AccountDbRow>(
    'SELECT * FROM mailboxes WHERE tenant = ? ORDER BY created_at, id', [tenant])
  return rows.map(({ id, name, settings, secret, created_at: createdAt }) => ({
    id, name, createdAt: Number(createdAt), ...JSON.parse(settings) as Settings,
    ...(secret === null ? {} : { secret }),
  }))
}

export async function addAccount(
  store: Pick<Store, 'write'>, tenant: string, actor: string,
  { id, name, secret, createdAt, account, addresses, bouncedFolder }: KeptAccount,
): Promise<void> {
  const settings: Settings = { account, addresses, bouncedFolder }
  await store.write(async (tx) => {
    const previousHash = await lockTenant(tx, tenant)
    await tx.run(
      'INSERT INTO mailboxes (id, tenant, kind, name, settings, secret, created_at) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, tenant, account.kind, name, JSON.stringify(settings), secret ?? null, createdAt])
    await appendAudit(tx, tenant, previousHash, [{
      at: createdAt, actor, action: 'mailbox-added', address: '', list: '', detail: { id, name },
    }])
  })
}

/** False where there is none. */
export async function removeAccount(
  store: Pick<Store, 'write'>, tenant: string, actor: string, id: string, now: number,
): Promise<boolean> {
  return await store.write(async (tx) => {
    const previousHash = await lockTenant(tx, tenant)
    const { changes } = await tx.run(
      'DELETE FROM mailboxes WHERE tenant = ? AND id = ?', [tenant, id])
    if (changes === 0) return false
    await tx.run('DELETE FROM mailbox_marks WHERE tenant = ? AND mailbox = ?', [tenant, id])
    await appendAudit(tx, tenant, previousHash, [{
      at: now, actor, action: 'mailbox-removed', address: '', list: '', detail: { id },
    }])
    return true
  })
}

/** What is kept of it; the password goes its own way. */
export function withoutPassword(
  { account }: Pick<MailboxInput, 'account'>,
): KeptAccount['account'] {
  if (account.kind === 'maildir') return account
  const { password: _password, ...rest } = account
  return rest
}
