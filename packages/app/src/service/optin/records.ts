// Rows of requests to confirm and of links, as the store keeps them.

import { hashToken } from '../access/tokens.ts'
import type { Reader, SqlValue, Tx } from '../store/types.ts'
import type { OptinLanguage } from './options.ts'
import type { OptinRow } from './types.ts'

export type OptinDbRow = {
  readonly id: string; readonly tenant: string; readonly address: string; readonly list: string
  readonly replaces: string; readonly mail_to: string
  readonly status: 'pending' | 'confirmed'; readonly source: string
  readonly language: OptinLanguage; readonly redirect: string | null; readonly actor: string
  readonly created_at: number; readonly asked_at: number; readonly expires_at: number
  readonly confirmed_at: number | null; readonly mails: number
  readonly mail_state: OptinRow['mail']; readonly mail_next_at: number
  readonly mail_tries: number; readonly mail_answer: string | null
}

export type LinkDbRow = {
  readonly hash: string; readonly tenant: string; readonly optin: string
  readonly address: string; readonly list: string; readonly language: OptinLanguage
  readonly expires_at: number; readonly uses: number
}

export type OptinKey = {
  readonly tenant: string; readonly address: string; readonly list: string
  readonly replaces: string
}

/** 256 bits in base64url; anything else is not even looked up. */
const TOKEN = /^[\w-]{43}$/

export async function findOptin(
  reader: Reader, { tenant, address, list, replaces }: OptinKey,
): Promise<OptinDbRow | undefined> {
  return await reader.get<OptinDbRow>(
    'SELECT * FROM optins WHERE tenant = ? AND address = ? AND list = ? AND replaces = ?',
    [tenant, address, list, replaces])
}

export async function findLink(reader: Reader, token: string): Promise<LinkDbRow | undefined> {
  if (!TOKEN.test(token)) return undefined
  return await reader.get<LinkDbRow>(
    'SELECT * FROM optin_links WHERE hash = ?', [hashToken(token)])
}

/** The request that a link to confirm belongs to. */
export async function findByToken(
  reader: Reader, token: string,
): Promise<{ readonly link: LinkDbRow; readonly row: OptinDbRow } | undefined> {
  const link = await findLink(reader, token)
  if (link === undefined || link.optin === '') return undefined
  const row = await reader.get<OptinDbRow>('SELECT * FROM optins WHERE id = ?', [link.optin])
  return row === undefined ? undefined : { link, row }
}

export async function addLink(
  tx: Tx, token: string, link: Omit<LinkDbRow, 'hash' | 'uses'>,
): Promise<void> {
  const { tenant, optin, address, list, language, expires_at: expiresAt } = link
  await tx.run(
    'INSERT INTO optin_links (hash, tenant, optin, address, list, language, expires_at, uses) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
    [hashToken(token), tenant, optin, address, list, language, expiresAt])
}

const COLUMNS = [
  'id', 'tenant', 'address', 'list', 'replaces', 'mail_to', 'status', 'source', 'language',
  'redirect', 'actor', 'created_at', 'asked_at', 'expires_at', 'confirmed_at', 'mails',
  'mail_state', 'mail_next_at', 'mail_tries', 'mail_answer',
] as const

/** A new request, or a further mail of one that is there. */
export async function putOptin(tx: Tx, row: OptinDbRow): Promise<void> {
  const values = COLUMNS.map((name): SqlValue => row[name])
  const changes = COLUMNS.filter((name) => name !== 'id' && name !== 'created_at')
    .map((name) => `${name} = excluded.${name}`)
  await tx.insert(
    `optins (${COLUMNS.join(', ')})`, [values],
    `ON CONFLICT (tenant, address, list, replaces) DO UPDATE SET ${changes.join(', ')}`)
}

/** As lists show it at a moment. */
export function toOptinRow(row: OptinDbRow, now: number): OptinRow {
  const isExpired = row.status === 'pending' && Number(row.expires_at) <= now
  return {
    id: row.id, address: row.address, list: row.list, source: row.source,
    status: isExpired ? 'expired' : row.status, askedAt: Number(row.asked_at),
    expiresAt: Number(row.expires_at), mails: Number(row.mails), mail: row.mail_state,
    ...(row.replaces === '' ? {} : { replaces: row.replaces }),
    ...(row.confirmed_at === null ? {} : { confirmedAt: Number(row.confirmed_at) }),
    ...(row.mail_answer === null ? {} : { answer: row.mail_answer }),
  }
}
