// The book of what was sent: written before anything leaves, so that a crash between sending and
// noting cannot send twice.

import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import type { Reader, SqlValue, Store, Tx } from '../store/types.ts'
import type { LogFilter, LoggedBounce } from './types.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Mail of that age cannot be bounced any more, so that nothing is sent twice without its row. */
const KEPT_MS = 400 * DAY_MS
/** Longer than any relay takes: what has no outcome then will have none. */
const SENDING_MS_MAX = 15 * 60_000

/** What was sent before, as the limits ask it. */
export type History = {
  /** The same message was answered in this way already. */
  readonly earlier?: { readonly at: number; readonly state: LoggedBounce['state'] }
  /** To this recipient within a day, to its domain within an hour, to all within a day. */
  readonly toRecipient: number
  readonly toDomain: number
  readonly today: number
}

export type Question = {
  readonly kind: LoggedBounce['kind']
  readonly originalKey: string
  readonly recipient: string
  readonly domain: string
}

export type Intent = Question & {
  readonly id: string
  readonly actor: string
  readonly messageId: string
  readonly originalId?: string
  readonly mailbox?: string
  readonly messageKey?: string
  readonly sha256: string
}

type BounceDbRow = {
  readonly seq: number; readonly id: string; readonly kind: string; readonly at: number
  readonly actor: string; readonly run: string; readonly recipient: string
  readonly message_id: string; readonly original_id: string | null
  readonly mailbox: string | null; readonly message_key: string | null; readonly sha256: string
  readonly state: string; readonly answer: string | null; readonly finished_at: number | null
}

/** Complaints and bounces together count for the limits: both are mail that nobody asked for. */
export async function readHistory(
  reader: Reader, tenant: string, run: string, question: Question, now: number,
): Promise<History> {
  const { kind, originalKey, recipient, domain } = question
  const earlier = await reader.get<{ at: number; state: string; run: string }>(
    'SELECT at, state, run FROM bounces WHERE tenant = ? AND kind = ? AND original_key = ?',
    [tenant, kind, originalKey])
  const count = async (where: string, values: readonly SqlValue[]): Promise<number> => {
    const row = await reader.get<{ n: number }>(
      `SELECT count(*) AS n FROM bounces WHERE tenant = ? AND ${where}`, [tenant, ...values])
    return Number(row?.n ?? 0)
  }
  return {
    ...(earlier === undefined ? {} : { earlier: {
      at: Number(earlier.at), state: stateOf(earlier, run, now),
    } }),
    toRecipient: await count('recipient = ? AND at > ?', [recipient.toLowerCase(), now - DAY_MS]),
    toDomain: await count('domain = ? AND at > ?', [domain, now - HOUR_MS]),
    today: await count('at > ?', [now - DAY_MS]),
  }
}

/** Notes what is about to be sent, unless `refuse` finds in the history of now that it must not. */
export async function noteIntent<Refusal>(
  { store, run }: { readonly store: Pick<Store, 'write'>; readonly run: string },
  tenant: string, intent: Intent, now: number,
  refuse: (history: History) => Refusal | undefined,
): Promise<Refusal | undefined> {
  return await store.write(async (tx) => {
    // Whoever has the tenant's row counts and notes alone: two requests cannot both be first.
    const previousHash = await lockTenant(tx, tenant)
    const refusal = refuse(await readHistory(tx, tenant, run, intent, now))
    if (refusal !== undefined) return refusal
    await tx.run('DELETE FROM bounces WHERE tenant = ? AND at < ?', [tenant, now - KEPT_MS])
    await insertIntent(tx, tenant, run, intent, now)
    const { kind, id, recipient, originalId, sha256, mailbox } = intent
    await appendAudit(tx, tenant, previousHash, [{
      at: now, actor: intent.actor, action: kind === 'bounce' ? 'bounced' : 'complained',
      address: recipient, list: '', detail: {
        id, sha256, ...(originalId === undefined ? {} : { originalMessageId: originalId }),
        ...(mailbox === undefined ? {} : { mailbox }),
      },
    }])
    return undefined
  })
}

async function insertIntent(
  tx: Tx, tenant: string, run: string, intent: Intent, now: number,
): Promise<void> {
  await tx.run(
    'INSERT INTO bounces (tenant, id, kind, at, actor, run, recipient, domain, message_id, ' +
      'original_key, original_id, mailbox, message_key, sha256, state) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      tenant, intent.id, intent.kind, now, intent.actor, run, intent.recipient.toLowerCase(),
      intent.domain, intent.messageId, intent.originalKey, intent.originalId ?? null,
      intent.mailbox ?? null, intent.messageKey ?? null, intent.sha256, 'intended',
    ])
}

export async function noteOutcome(
  store: Pick<Store, 'write'>, tenant: string, intent: Pick<Intent, 'kind' | 'originalKey'>,
  outcome: { readonly state: LoggedBounce['state']; readonly answer: string }, now: number,
): Promise<void> {
  await store.write((tx) => tx.run(
    'UPDATE bounces SET state = ?, answer = ?, finished_at = ? ' +
      'WHERE tenant = ? AND kind = ? AND original_key = ?',
    [outcome.state, outcome.answer, now, tenant, intent.kind, intent.originalKey]))
}

/** Newest first. */
export async function listBounces(
  reader: Reader,
  { tenant, run, now }: {
    readonly tenant: string; readonly run: string; readonly now: number
  },
  filter: LogFilter, { limit, beforeSeq }: { readonly limit: number; readonly beforeSeq?: number },
): Promise<LoggedBounce[]> {
  const where = ['tenant = ?']
  const values: SqlValue[] = [tenant]
  const add = (sql: string, ...more: readonly SqlValue[]): void => {
    where.push(sql)
    values.push(...more)
  }
  if (beforeSeq !== undefined) add('seq < ?', beforeSeq)
  if (filter.recipient !== undefined) add('recipient = ?', filter.recipient.toLowerCase())
  if (filter.state === 'unknown') {
    add(`(state = 'unknown' OR (state = 'intended' AND (run <> ? OR at < ?)))`,
      run, now - SENDING_MS_MAX)
  } else if (filter.state !== undefined) add('state = ?', filter.state)
  const rows = await reader.all<BounceDbRow>(
    `SELECT * FROM bounces WHERE ${where.join(' AND ')} ORDER BY seq DESC LIMIT ?`,
    [...values, limit])
  return rows.map((row) => toLogged(row, run, now))
}

function toLogged(row: BounceDbRow, run: string, now: number): LoggedBounce {
  return {
    seq: Number(row.seq), id: row.id, kind: row.kind as LoggedBounce['kind'], at: Number(row.at),
    actor: row.actor, recipient: row.recipient, messageId: row.message_id, sha256: row.sha256,
    ...(row.original_id === null ? {} : { originalMessageId: row.original_id }),
    ...(row.mailbox === null ? {} : { mailbox: row.mailbox }),
    ...(row.message_key === null ? {} : { key: row.message_key }),
    state: stateOf(row, run, now),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.finished_at === null ? {} : { finishedAt: Number(row.finished_at) }),
  }
}

/** An intent of a process that is gone has no outcome, and never will. */
function stateOf(
  row: Pick<BounceDbRow, 'state' | 'run' | 'at'>, run: string, now: number,
): LoggedBounce['state'] {
  if (row.state !== 'intended') return row.state as LoggedBounce['state']
  return row.run === run && now - Number(row.at) < SENDING_MS_MAX ? 'sending' : 'unknown'
}
