// The page where somebody mends an address that mail does not reach: nothing changes before the new
// one is confirmed, and the old one stays as it is.

import { addressKey } from '@carom/core'
import { checkSyntax } from '@carom/core/prevent'
import { hashToken, newToken } from '../access/tokens.ts'
import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import type { Reader } from '../store/types.ts'
import { ask, suggestAddress } from './ask.ts'
import type { Work } from './deps.ts'
import { maskAddress } from './mask.ts'
import { titleOf, type OptinLanguage } from './options.ts'
import { addLink, findLink, type LinkDbRow } from './records.ts'
import type { FixAnswer, FixInput, FixReason, FixView } from './types.ts'

const DAY_MS = 86_400_000

const REASONS: Readonly<Record<string, FixReason>> = {
  'mailbox-unknown': 'unknown', 'address-syntax': 'unknown',
  'mailbox-disabled': 'closed', 'mailbox-moved': 'closed',
  'domain-unknown': 'domain', 'domain-no-mail': 'domain', 'routing-error': 'domain',
  'mailbox-full': 'full', 'system-full': 'full',
  'recipient-refused': 'refused', 'recipient-restricted': 'refused', 'policy': 'refused',
  'spam-content': 'refused',
}

/** Undefined where it is no address. */
export async function makeFixLink(
  work: Work, tenant: string,
  { address, list, language }: {
    readonly address: string; readonly list: string; readonly language?: OptinLanguage
  },
): Promise<{ readonly url: string; readonly expiresAt: number } | undefined> {
  const { options, publicUrl, store, now, equivalence } = work
  const syntax = checkSyntax(address)
  if (syntax.kind === 'invalid') return undefined
  const token = newToken()
  const expiresAt = now() + options.fixDays * DAY_MS
  const ofList = options.lists.find(({ name }) => name === list)?.language
  await store.write((tx) => addLink(tx, token, {
    tenant, optin: '', address: addressKey(syntax.address, equivalence), list,
    language: language ?? ofList ?? options.language, expires_at: expiresAt,
  }))
  return { url: `${publicUrl}/optin/fix?t=${token}`, expiresAt }
}

async function findFixLink(reader: Reader, token: string): Promise<LinkDbRow | undefined> {
  const link = await findLink(reader, token)
  return link === undefined || link.optin !== '' ? undefined : link
}

export async function lookFix(work: Work, token: string): Promise<FixView> {
  const link = await findFixLink(work.store, token)
  if (link === undefined) return { kind: 'wrong' }
  const isOver = Number(link.expires_at) <= work.now()
  return {
    kind: isOver ? 'expired' : 'ready', language: link.language,
    title: titleOf(work.options, link.list), address: maskAddress(link.address),
    why: isOver ? 'other' : await reasonOf(work.store, link),
  }
}

async function reasonOf(reader: Reader, { tenant, address }: LinkDbRow): Promise<FixReason> {
  // `names` is not in the index of times, which SQLite would read whole.
  const last = await reader.get<{ reason: string }>(
    `SELECT reason FROM incidents WHERE tenant = ? AND address = ? AND names >= '' AND voided = 0
      AND kind IN ('failed', 'delayed') ORDER BY at + 0 DESC LIMIT 1`, [tenant, address])
  return REASONS[last?.reason ?? ''] ?? 'other'
}

export async function fix(
  work: Work, token: string, { address, isSure }: FixInput,
): Promise<FixAnswer> {
  const link = await findFixLink(work.store, token)
  if (link === undefined || Number(link.expires_at) <= work.now()) return { kind: 'limited' }
  const syntax = checkSyntax(address)
  if (syntax.kind === 'invalid') return { kind: 'invalid' }
  if (addressKey(syntax.address, work.equivalence) === link.address) return { kind: 'same' }
  const suggestion = suggestAddress(work, syntax)
  const isMistyped = suggestion !== undefined &&
    addressKey(suggestion, work.equivalence) !== link.address
  if (isMistyped && !isSure) return { kind: 'suggestion', suggestion }
  if (!await noteWish(work, token, link)) return { kind: 'limited' }
  await ask(work, link.tenant, 'fix', {
    address: syntax.address, list: link.list, language: link.language, source: 'fix',
    byPerson: true, dryRun: false, replaces: link.address,
  })
  return { kind: 'sent' }
}

/** False where this link has sent mail often enough: it shall not be used to annoy others. */
async function noteWish(
  { store, now, options }: Work, token: string, { tenant, address, list }: LinkDbRow,
): Promise<boolean> {
  return await store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    const { changes } = await tx.run(
      'UPDATE optin_links SET uses = uses + 1 WHERE hash = ? AND uses < ?',
      [hashToken(token), options.resendMax])
    if (changes === 0) return false
    await appendAudit(tx, tenant, lastHash, [{
      at: now(), actor: 'person', action: 'fix-wished', address, list, detail: {},
    }])
    return true
  })
}
