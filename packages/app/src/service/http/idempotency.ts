// Idempotency-Key: a request that is sent again gets the answer of the first one, and nothing is
// done twice (draft-ietf-httpapi-idempotency-key-header).

import { createHash } from 'node:crypto'
import type { Store } from '../store/types.ts'
import { Problem } from './problems.ts'

export type IdempotentRequest = {
  readonly tenant: string
  /** Prefix of the API key: two keys do not share names. */
  readonly actor: string
  readonly key: string
  readonly method: string
  readonly path: string
  readonly body: Uint8Array
}

type Answer = { readonly status: number; readonly text: string }

/** After this time a request whose process died may be tried again. */
const IN_PROGRESS_MS = 120_000
/** A longer answer is not kept; the request is then done again. */
const ANSWER_CHARS_MAX = 1_000_000
const KEY = /^[\x21-\x7e]{1,255}$/

/** The key that a request came with. @throws Problem where it is none */
export function readIdempotencyKey({ headers }: Request): string | undefined {
  const key = headers.get('idempotency-key') ?? undefined
  if (key === undefined || KEY.test(key)) return key
  throw new Problem('request-invalid', {
    detail: 'Idempotency-Key is 1 to 255 printable characters without spaces.',
  })
}

/** Does the work once for each key; later requests get what the first one was answered. */
export async function answerOnce(
  { store, now, hours }: {
    readonly store: Store; readonly now: () => number; readonly hours: number
  },
  request: IdempotentRequest, work: () => Promise<Answer>,
): Promise<Answer & { readonly replayed: boolean }> {
  const name = `${request.actor}:${request.key}`
  const requestHash = hashRequest(request)
  const before = await begin(store, { tenant: request.tenant, name, requestHash }, now(), hours)
  if (before !== undefined) return { ...before, replayed: true }
  const forget = (): Promise<unknown> => store.write((tx) => tx.run(
    'DELETE FROM idempotency WHERE tenant = ? AND name = ?', [request.tenant, name]))
  try {
    const answer = await work()
    // What the caller may repair, or what failed here, is worth another try.
    if (answer.status >= 300 || answer.text.length > ANSWER_CHARS_MAX) await forget()
    else {
      await store.write((tx) => tx.run(
        'UPDATE idempotency SET status = ?, response = ? WHERE tenant = ? AND name = ?',
        [answer.status, answer.text, request.tenant, name]))
    }
    return { ...answer, replayed: false }
  } catch (error) {
    await forget()
    throw error
  }
}

type Row = { request_hash: string; status: number | null; response: string; created_at: number }

async function begin(
  store: Store,
  { tenant, name, requestHash }: {
    readonly tenant: string; readonly name: string; readonly requestHash: string
  },
  at: number, hours: number,
): Promise<Answer | undefined> {
  return await store.write(async (tx) => {
    await tx.run(
      'DELETE FROM idempotency WHERE tenant = ? AND name = ? AND ' +
      '(expires_at <= ? OR (status IS NULL AND created_at <= ?))',
      [tenant, name, at, at - IN_PROGRESS_MS])
    const { changes } = await tx.run(
      'INSERT INTO idempotency (tenant, name, request_hash, created_at, expires_at) ' +
      'VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      [tenant, name, requestHash, at, at + hours * 3_600_000])
    if (changes > 0) return undefined
    const row = await tx.get<Row>(
      'SELECT request_hash, status, response, created_at FROM idempotency ' +
      'WHERE tenant = ? AND name = ?', [tenant, name])
    if (row?.request_hash !== requestHash) throw new Problem('idempotency-key-reused')
    if (row.status === null) throw new Problem('idempotency-in-progress', { retryAfterSeconds: 1 })
    return { status: Number(row.status), text: row.response }
  })
}

function hashRequest({ method, path, body }: IdempotentRequest): string {
  return createHash('sha256').update(`${method} ${path}\n`).update(body).digest('hex')
}
