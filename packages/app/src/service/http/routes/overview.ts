// Routes: /v1/overview and /v1/troubles: how sending goes, and what the sender has to put right.

import { z } from '@hono/zod-openapi'
import { defined, RANGE_FIELDS, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { OverviewSchema, TroubleSchema } from '../schemas-of-views.ts'

const WEEK_MS = 7 * 86_400_000
const QUARTER_MS = 90 * 86_400_000
const RANGE_MS_MAX = 400 * 86_400_000

export function overviewRoutes({ ledger, now }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/overview', tag: 'Statistics', scope: 'read',
      summary: 'Show how sending goes',
      description: 'Without a time, the last seven days. Buckets are hours up to four days, else ' +
        'days (UTC); empty ones are told too. `limits` are those of mailbox providers and ' +
        'sending platforms, with where they are written; `troubles` are open ones with failures ' +
        'in the last 14 days of the time.',
      query: z.strictObject({ list: z.string().max(500).optional(), ...RANGE_FIELDS }),
      answers: { description: 'The overview.', schema: OverviewSchema },
    }, async ({ query: { list, from, until }, caller }) => await ledger.overview(
      caller.tenant, defined({ list, time: rangeOf(from, until, now(), WEEK_MS) }))),
    route({
      method: 'get', path: '/v1/troubles', tag: 'Statistics', scope: 'read',
      summary: 'List troubles of the sender',
      description: 'Failures that are nobody\'s fault but the sender\'s, those of one cause ' +
        'together, with what to do. One is closed when mail gets through to the receiver again. ' +
        'Without a time, the last 90 days.',
      query: z.strictObject({
        state: z.enum(['open', 'closed']).optional(), reason: word.optional(),
        receiver: word.optional(), ...RANGE_FIELDS,
      }),
      answers: {
        description: 'Open ones first, newest first.',
        schema: z.object({ rows: z.array(TroubleSchema) }),
      },
    }, async ({ query: { from, until, ...rest }, caller }) => ({
      rows: await ledger.troubles(caller.tenant, {
        ...defined(rest), ...rangeOf(from, until, now(), QUARTER_MS),
      }),
    })),
    route({
      method: 'get', path: '/v1/troubles/{id}', tag: 'Statistics', scope: 'read',
      summary: 'Show a trouble', params: z.strictObject({ id: word }), problems: ['not-found'],
      answers: { description: 'The trouble.', schema: TroubleSchema },
    }, async ({ params: { id }, caller }) => {
      const found = await ledger.troubleOf(caller.tenant, id)
      if (found === undefined) throw new Problem('not-found')
      return found
    }),
  ]
}

function rangeOf(
  from: number | undefined, until: number | undefined, now: number, usualMs: number,
): { readonly from: number; readonly until: number } {
  const end = until ?? now
  const start = from ?? end - usualMs
  if (start < end && end - start <= RANGE_MS_MAX) return { from: start, until: end }
  throw new Problem('request-invalid', { detail: 'A time range has up to 400 days.' })
}
