// What PostgreSQL's error codes mean for the service (PostgreSQL manual, appendix A).

import { DatabaseError } from 'pg'
import { StoreError } from './errors.ts'
import type { StoreErrorCode } from './errors.ts'

/**
 * - `conflict`: another transaction was in the way; the same again may work.
 * - `lost`: there is no connection any more, or none was made.
 */
export type Trouble = 'conflict' | 'lost' | 'other'

type Meaning = { readonly code: StoreErrorCode; readonly text: string }

const OUT_OF_REACH: Meaning = {
  code: 'store-unavailable', text: 'PostgreSQL cannot be reached; nothing was written',
}

/** Codes, or classes of two characters. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  '08': OUT_OF_REACH,
  '25006': {
    code: 'store-unavailable', text: 'this server takes no writes; name the primary server',
  },
  '28': {
    code: 'store-unavailable', text: 'PostgreSQL refuses the user or password in the address',
  },
  '3D000': { code: 'store-unavailable', text: 'there is no such database; create it first' },
  '42501': { code: 'store-unavailable', text: 'the user lacks a right; grant it' },
  '42P07': {
    code: 'store-foreign',
    text: 'the schema belongs to another program; add ?schema=carom to the address',
  },
  '53100': { code: 'store-full', text: 'no room is left on PostgreSQL\'s disk' },
  '53': { code: 'store-unavailable', text: 'PostgreSQL has no memory or connection left' },
  '55P03': { code: 'store-busy', text: 'another transaction holds what is needed' },
  '57014': { code: 'store-busy', text: 'PostgreSQL gave the statement up' },
  '57P': OUT_OF_REACH,
  'XX001': { code: 'store-corrupt', text: 'PostgreSQL reports damaged data' },
  'XX002': { code: 'store-corrupt', text: 'PostgreSQL reports a damaged index; REINDEX it' },
}

/** 25P03: the server closes a connection whose transaction stands still for too long. */
const LOST = /^(?:08|57P0[1-5]|25P03)/
/** 0A000 comes when another process migrated a table that a prepared statement reads. */
const CONFLICT = /^(?:40001|40P01|0A000)$/

/** What went wrong between us and the server, not at the server. */
class ConnectionTrouble extends Error {
  override readonly name = 'ConnectionTrouble'
}

/** Waits for an answer of pg, and tells trouble of the connection from everything else. */
export async function answerOf<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DatabaseError || error instanceof TypeError) throw error
    throw new ConnectionTrouble('the connection to PostgreSQL was lost', { cause: error })
  }
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof ConnectionTrouble) return 'lost'
  const code = codeOf(error) ?? ''
  if (LOST.test(code)) return 'lost'
  return CONFLICT.test(code) ? 'conflict' : 'other'
}

/** A `StoreError` where the code has a meaning for the service, else the error as it came. */
export function explainPostgresError(error: unknown): unknown {
  const trouble = troubleOf(error)
  if (trouble === 'conflict') {
    return new StoreError('store-conflict',
      'store: other transactions were in the way again and again; nothing was written', error)
  }
  const code = codeOf(error) ?? ''
  const known = MEANINGS[code] ?? MEANINGS[code.slice(0, 3)] ?? MEANINGS[code.slice(0, 2)]
  const meaning = known ?? (trouble === 'lost' ? OUT_OF_REACH : undefined)
  return meaning === undefined
    ? error : new StoreError(meaning.code, `store: ${meaning.text}`, error)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined
}
