// A request to confirm: may this address be asked, is it time, and then a mail that waits.

import { addressKey } from '@carom/core'
import { checkSyntax, type SyntaxResult } from '@carom/core/prevent'
import { newId } from '../access/tokens.ts'
import { lockTenant } from '../pipeline/audit.ts'
import type { Tx } from '../store/types.ts'
import type { Told, Work } from './deps.ts'
import { mailboxOf, nextMailAt } from './limits.ts'
import type { OptinLanguage, OptinOptions } from './options.ts'
import { findOptin, putOptin, type OptinDbRow } from './records.ts'
import { readStanding, type Standing } from './standing.ts'
import type { AskAnswer, AskInput } from './types.ts'

const HOUR_MS = 3_600_000

/** `replaces`: the address that the new one takes the place of. */
export type AskMore = AskInput & { readonly replaces?: string }

type Valid = Extract<SyntaxResult, { kind: 'valid' }>

export async function ask(
  work: Work, tenant: string, actor: string, input: AskMore,
): Promise<AskAnswer> {
  const { list, redirect, replaces = '' } = input
  const syntax = checkSyntax(input.address)
  const refusal = (reason: string, why: string): AskAnswer =>
    ({ status: 'refused', address: input.address, list, reason, why })
  if (syntax.kind === 'invalid') {
    return refusal('address-invalid', `This is no address: ${syntax.problem}.`)
  }
  if (!isMailed(syntax)) {
    return refusal('address-invalid', 'No mail is sent to bare IP addresses and bracketed names.')
  }
  if (redirect !== undefined && !isAllowed(redirect, work.options)) {
    return refusal('redirect-refused', 'Its origin is not in optin.redirectOrigins.')
  }
  const address = addressKey(syntax.address, work.equivalence)
  const standing = await readStanding(work, tenant, address, list)
  const suggestion = suggestAddress(work, syntax)
  const shared = { address, list, ...(suggestion === undefined ? {} : { suggestion }) }
  if (isRefused(standing, input.byPerson)) {
    const { reason, why } = standing
    return { ...shared, status: 'refused', reason, why }
  }
  const { answer, notes } = await work.store.write((tx) => place(tx, work, {
    tenant, actor, input, address, replaces, mailTo: syntax.address,
    isWanted: standing.answer !== 'do-not-send',
  }))
  if (notes.length > 0) {
    work.told()
    work.wake()
  }
  return { ...shared, ...answer }
}

/** An IP address may lie inside, and nobody's mailbox has brackets in its name. */
function isMailed({ local, notes }: Valid): boolean {
  return !notes.includes('address-literal') && !/[<>]/.test(local)
}

/** What an operator decided, no form takes back; what a person wished, she may. */
function isRefused({ answer, reason }: Standing, byPerson: boolean): boolean {
  if (answer !== 'do-not-send') return false
  return !byPerson || reason === 'manual' || reason === 'address-invalid'
}

function isAllowed(
  redirect: string, { redirectOrigins }: Pick<OptinOptions, 'redirectOrigins'>,
): boolean {
  if (!URL.canParse(redirect)) return false
  const { origin, username, password } = new URL(redirect)
  return username === '' && password === '' && redirectOrigins.includes(origin)
}

/** Where to lead somebody: only to where it is allowed now. */
export function redirectOf(row: OptinDbRow, options: OptinOptions): string | undefined {
  return row.redirect !== null && isAllowed(row.redirect, options) ? row.redirect : undefined
}

export function suggestAddress(
  { typos }: Pick<Work, 'typos'>, { local, domain }: Pick<Valid, 'local' | 'domain'>,
): string | undefined {
  const typo = typos.suggest(domain)
  return typo === undefined ? undefined : `${local}@${typo.domain}`
}

type Asked = {
  readonly tenant: string
  readonly actor: string
  readonly input: AskMore
  readonly address: string
  readonly replaces: string
  readonly mailTo: string
  /** Nobody took it back and nothing ended it, so that having confirmed still holds. */
  readonly isWanted: boolean
}

type Outcome = {
  readonly answer: Pick<AskAnswer, 'status' | 'id' | 'confirmedAt' | 'retryAt' | 'expiresAt'>
  readonly notes: readonly Told[]
}

async function place(tx: Tx, work: Work, asked: Asked): Promise<Outcome> {
  const { tenant, input: { list, dryRun }, address, replaces, mailTo } = asked
  const now = work.now()
  // One after the other: of many at once, the limits let only so many through.
  await lockTenant(tx, tenant)
  const row = await findOptin(tx, { tenant, address, list, replaces })
  if (row?.status === 'confirmed' && replaces === '' && asked.isWanted) {
    const confirmedAt = Number(row.confirmed_at)
    return { answer: { status: 'confirmed', id: row.id, confirmedAt }, notes: [] }
  }
  const mailbox = mailboxOf(mailTo)
  const next = await nextMailAt(tx, row, { tenant, mailbox, list, now }, work.options)
  if (next !== undefined) {
    return {
      answer: { status: 'limited', retryAt: next, ...(row === undefined ? {} : { id: row.id }) },
      notes: [],
    }
  }
  const fresh = renew(row, asked, work.options, now)
  const answer = { status: 'pending', id: fresh.id, expiresAt: fresh.expires_at } as const
  if (dryRun) return { answer: { status: 'pending', expiresAt: fresh.expires_at }, notes: [] }
  // Links of what was confirmed before must not confirm again what has been taken back since.
  if (row?.status === 'confirmed') {
    await tx.run('DELETE FROM optin_links WHERE optin = ?', [row.id])
  }
  await putOptin(tx, fresh)
  await tx.insert('optin_mails (tenant, mailbox, list, at)', [[tenant, mailbox, list, now]])
  const notes = [noteOf(fresh, now)]
  await work.notify(tx, tenant, notes)
  return { answer, notes }
}

function renew(
  row: OptinDbRow | undefined, { tenant, actor, input, address, replaces, mailTo }: Asked,
  options: OptinOptions, now: number,
): OptinDbRow {
  const isFurther = row?.status === 'pending' && Number(row.expires_at) > now
  return {
    id: row?.id ?? newId('o'), tenant, address, list: input.list, replaces, mail_to: mailTo,
    status: 'pending', source: input.source ?? row?.source ?? '', actor,
    language: languageOf(input, row, options), redirect: input.redirect ?? row?.redirect ?? null,
    created_at: row?.created_at ?? now, asked_at: now,
    // When it was confirmed before stays known: a stranger's form must not wipe that out.
    expires_at: now + options.ttlHours * HOUR_MS, confirmed_at: row?.confirmed_at ?? null,
    mails: isFurther ? Number(row.mails) + 1 : 1, mail_state: 'waiting', mail_next_at: now,
    mail_tries: 0, mail_answer: null,
  }
}

function languageOf(
  { language, list }: AskMore, row: OptinDbRow | undefined, options: OptinOptions,
): OptinLanguage {
  const ofList = options.lists.find(({ name }) => name === list)?.language
  return language ?? row?.language ?? ofList ?? options.language
}

function noteOf(
  { id, address, list, source, expires_at: expiresAt }: OptinDbRow, at: number,
): Told {
  return {
    type: 'optin.requested', address, at,
    data: { id, address, list, source, expiresAt: new Date(expiresAt).toISOString() },
  }
}
