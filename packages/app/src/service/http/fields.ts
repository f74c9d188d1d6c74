// Parts of requests that several routes take, checked and explained once.

import { z } from '@hono/zod-openapi'
import type { Cursor, PageQuery, TimeRange } from './rows.ts'
import { parseCursor, type CursorShape } from './cursors.ts'
import { Problem } from './problems.ts'

const ADDRESS_CHARS_MAX = 320
const TEXT_CHARS_MAX = 500

const YEAR_10000_MS = 253_402_300_800_000

/** A time as ISO 8601 or milliseconds since 1970. */
export const time: z.ZodType<number> = z.union([z.string().max(40), z.number()])
  .transform((value, context) => {
    const ms = typeof value === 'number' || /^\d{9,15}$/.test(value)
      ? Number(value) : Date.parse(value)
    if (Number.isFinite(ms) && Math.abs(ms) < YEAR_10000_MS) return Math.trunc(ms)
    context.addIssue({ code: 'custom', message: 'a time as 2026-11-27T13:00:00Z' })
    return z.NEVER
  }).openapi({
    type: 'string', format: 'date-time', description: 'ISO 8601, or milliseconds since 1970.',
  })

export const address: z.ZodType<string> = z.string().min(1).max(ADDRESS_CHARS_MAX)
  .openapi({ example: 'ann@example.org' })

/** A short text without control characters. */
export const word: z.ZodType<string> = z.string().min(1).max(TEXT_CHARS_MAX)
  .regex(/^[^\p{Cc}]*$/u, 'a text without control characters')

export const flag: z.ZodType<boolean> = z.enum(['true', 'false'])
  .transform((value) => value === 'true').openapi({ type: 'boolean' })

const limit: z.ZodType<number> = z.coerce.number().int().min(1).max(1000).default(100)
  .openapi({ type: 'integer', minimum: 1, maximum: 1000, default: 100 })

const cursor: z.ZodType<string> = z.string().min(1).max(2000)
  .openapi({ description: '`next` of the page before.' })

/** Query fields of every list. */
export const PAGE_FIELDS: {
  readonly limit: z.ZodType<number>; readonly cursor: z.ZodOptional<z.ZodType<string>>
} = { limit, cursor: cursor.optional() }

/** @throws Problem `cursor-invalid` */
export function readPage(
  list: string, shape: CursorShape, query: { readonly limit: number; readonly cursor?: unknown },
): PageQuery {
  if (typeof query.cursor !== 'string') return { limit: query.limit }
  const after: Cursor = parseCursor(list, shape, query.cursor)
  return { limit: query.limit, after }
}

/** Query fields of a time range. */
export const RANGE_FIELDS: {
  readonly from: z.ZodOptional<z.ZodType<number>>; readonly until: z.ZodOptional<z.ZodType<number>>
} = { from: time.optional(), until: time.optional() }

export function readRange(
  { from, until }: { readonly from?: number | undefined; readonly until?: number | undefined },
): TimeRange | undefined {
  if (from === undefined && until === undefined) return undefined
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
}

const MONTH_MS = 30 * 86_400_000
const PAST_MS_MAX = 400 * 86_400_000

/** The last 30 days where nothing is said. @throws Problem where it is too long */
export function readPastRange(
  { from, until }: { readonly from?: number | undefined; readonly until?: number | undefined },
  now: number,
): { readonly from: number; readonly until: number } {
  const end = until ?? now
  const start = from ?? end - MONTH_MS
  if (start <= end && end - start <= PAST_MS_MAX) return { from: start, until: end }
  throw new Problem('request-invalid', { detail: 'A time range has up to 400 days.' })
}

/** The type without the `undefined` of its optional fields. */
export type Defined<Type> = { [Key in keyof Type]: Exclude<Type[Key], undefined> }

/** A copy without the fields that are undefined: absent means absent. */
export function defined<Type extends object>(value: Type): Defined<Type> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<Type>
}
