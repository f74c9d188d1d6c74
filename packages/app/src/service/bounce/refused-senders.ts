// Senders whose mail is to be refused from now on, and the rule that mail servers take for it.

import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import type { Reader, Store } from '../store/types.ts'
import { domainOf } from './options.ts'
import type { Alternative, RefusedSender } from './types.ts'

type SenderDbRow = {
  readonly sender: string; readonly created_at: number; readonly actor: string
  readonly note: string | null
}

export function offerBlock(
  returnPath: string | undefined, scope: 'address' | 'domain' = 'address',
): Alternative {
  if (returnPath === undefined) {
    return { name: 'block', available: false, because: 'It has no envelope sender to block.' }
  }
  const target = entryOf(returnPath, scope)
  return {
    name: 'block', available: true, target, sieve: formatSieve([target]),
    because: 'Refusing its mail while it is handed over reaches whoever really sends it.',
  }
}

/** `ann@example.org`, or `@example.org` for the domain. */
export function entryOf(address: string, scope: 'address' | 'domain'): string {
  const domain = domainOf(address)
  return scope === 'domain'
    ? `@${domain}` : `${address.slice(0, address.lastIndexOf('@')).toLowerCase()}@${domain}`
}

export async function listRefused(reader: Reader, tenant: string): Promise<RefusedSender[]> {
  const rows = await reader.all<SenderDbRow>(
    'SELECT * FROM refused_senders WHERE tenant = ? ORDER BY created_at DESC, sender', [tenant])
  return rows.map(({ sender, created_at: createdAt, actor, note }) => ({
    sender, createdAt: Number(createdAt), actor, ...(note === null ? {} : { note }),
  }))
}

/** The entry that an address falls under. */
export async function findRefusedBy(
  reader: Reader, tenant: string, address: string,
): Promise<string | undefined> {
  const row = await reader.get<{ sender: string }>(
    'SELECT sender FROM refused_senders WHERE tenant = ? AND sender IN (?, ?)',
    [tenant, entryOf(address, 'address'), entryOf(address, 'domain')])
  return row?.sender
}

export async function addRefused(
  store: Pick<Store, 'write'>, tenant: string,
  { sender, createdAt, actor, note }: RefusedSender,
): Promise<void> {
  await store.write(async (tx) => {
    const previousHash = await lockTenant(tx, tenant)
    const { changes } = await tx.run(
      'INSERT INTO refused_senders (tenant, sender, created_at, actor, note) ' +
        'VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant, sender) DO NOTHING',
      [tenant, sender, createdAt, actor, note ?? null])
    if (changes === 0) return
    await appendAudit(tx, tenant, previousHash, [{
      at: createdAt, actor, action: 'sender-refused', address: sender, list: '',
      detail: note === undefined ? {} : { note },
    }])
  })
}

export async function removeRefused(
  store: Pick<Store, 'write'>, tenant: string, actor: string, sender: string, now: number,
): Promise<boolean> {
  return await store.write(async (tx) => {
    const previousHash = await lockTenant(tx, tenant)
    const { changes } = await tx.run(
      'DELETE FROM refused_senders WHERE tenant = ? AND sender = ?', [tenant, sender.toLowerCase()])
    if (changes === 0) return false
    await appendAudit(tx, tenant, previousHash, [{
      at: now, actor, action: 'sender-accepted', address: sender, list: '', detail: {},
    }])
    return true
  })
}

/** A rule for Sieve (RFC 5228, RFC 5429): `ereject` answers while the message is handed over. */
export function formatSieve(senders: readonly string[]): string {
  if (senders.length === 0) return ''
  const test = (part: string, names: readonly string[]): string[] => names.length === 0 ? [] : [
    `envelope :${part} :is "from" [${names.map(quote).join(', ')}]`,
  ]
  const tests = [
    ...test('all', senders.filter((sender) => !sender.startsWith('@'))),
    ...test('domain', senders.filter((sender) => sender.startsWith('@'))
      .map((sender) => sender.slice(1))),
  ]
  return 'require ["envelope", "ereject"];\n' +
    `if anyof (${tests.join(',\n          ')}) {\n` +
    '  ereject "The recipient does not accept your mail.";\n  stop;\n}\n'
}

/** RFC 5228 §2.4.2: only quotes and backslashes are special in a quoted string. */
function quote(text: string): string {
  return `"${text.replace(/[\u0000-\u001f\u007f]/g, '').replace(/["\\]/g, '\\$&')}"`
}
