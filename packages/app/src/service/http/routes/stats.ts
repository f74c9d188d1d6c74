// Routes: /v1/stats: how much of what.

import { z } from '@hono/zod-openapi'
import { defined, RANGE_FIELDS, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import type { StatsBy } from '../rows.ts'
import { StatsSchema } from '../schemas.ts'

const BY = [
  'reason', 'fault', 'remedy', 'kind', 'receiver', 'domain', 'list', 'source', 'campaign', 'day',
  'hour',
] as const satisfies readonly StatsBy[]

const BY_MAX = 3
const WEEK_MS = 7 * 86_400_000
const RANGE_MS_MAX = 400 * 86_400_000

const by = z.string().default('reason').transform((text, context): StatsBy[] => {
  const words = text.split(',')
  const isKnown = words.every((one) => (BY as readonly string[]).includes(one))
  if (isKnown && words.length <= BY_MAX) return words as StatsBy[]
  context.addIssue({ code: 'custom', message: `up to ${BY_MAX} of ${BY.join(', ')}` })
  return z.NEVER
}).openapi({ type: 'string', description: `Up to ${BY_MAX} of ${BY.join(', ')}; with commas.` })

const query = z.strictObject({
  by, reason: word.optional(), fault: word.optional(), receiver: word.optional(),
  domain: word.optional(), list: z.string().max(500).optional(), source: word.optional(),
  campaign: word.optional(),
  kind: z.enum(['failed', 'delayed', 'complaint', 'unsubscribe', 'echo']).optional(),
  ...RANGE_FIELDS,
  limit: z.coerce.number().int().min(1).max(1000).default(100)
    .openapi({ type: 'integer', minimum: 1, maximum: 1000 }),
})

export function statsRoutes({ ledger, now }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/stats', tag: 'Statistics', scope: 'read',
      summary: 'Count incidents', query,
      description: 'Without a time, the last seven days. Biggest groups first.',
      answers: { description: 'The counts.', schema: StatsSchema },
    }, async ({ query: { by: groups, from, until, limit, ...filter }, caller }) => {
      const end = until ?? now()
      const start = from ?? end - WEEK_MS
      if (start > end || end - start > RANGE_MS_MAX) {
        throw new Problem('request-invalid', { detail: 'A time range has up to 400 days.' })
      }
      return await ledger.stats(caller.tenant, {
        by: groups, limit, filter: defined(filter), time: { from: start, until: end },
      })
    }),
  ]
}
