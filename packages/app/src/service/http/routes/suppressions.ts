// Routes: /v1/suppressions: the list of addresses that get no mail: shown, added to, lifted.

import { z } from '@hono/zod-openapi'
import { address, defined, flag, PAGE_FIELDS, readPage, time, word } from '../fields.ts'
import { formatPage } from '../cursors.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { matchCount } from '../schemas-of-views.ts'
import { pageOf, SuppressionSchema } from '../schemas.ts'
import { SUPPRESSION_FIELDS, toSuppressionFilter } from '../suppression-filter.ts'

const ENTRIES_MAX = 10_000

const entry = z.strictObject({
  address, list: z.string().max(500).optional(), reason: word.default('manual'),
  origin: word.default('manual'), createdAt: time.optional(), expiresAt: time.optional(),
  note: word.optional(),
})

const SuppressionsPageSchema = pageOf(SuppressionSchema, matchCount('100,000'))

const added = z.object({
  added: z.int(), changed: z.int(), unchanged: z.int(),
  refused: z.array(z.object({ index: z.int(), why: z.string() })),
})

export function suppressionRoutes({ ledger }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/suppressions', tag: 'Suppressions', scope: 'read',
      summary: 'List suppressions',
      query: z.strictObject({
        ...SUPPRESSION_FIELDS, ...PAGE_FIELDS,
        count: flag.optional().openapi({
          description: 'Also tell how many match, on the first page.',
        }),
      }),
      answers: { description: 'By address, rising.', schema: SuppressionsPageSchema },
      problems: ['cursor-invalid'],
    }, async ({ query, caller }) => {
      const filter = toSuppressionFilter(query)
      const page = formatPage('suppressions', await ledger.listSuppressions(
        caller.tenant, filter, readPage('suppressions', ['s', 's'], query)))
      if (query.count !== true || query.cursor !== undefined) return page
      // Looking through all of them once more would tell the same.
      if (page.next === undefined) return { ...page, count: { n: page.rows.length, isMore: false } }
      return { ...page, count: await ledger.countSuppressions(caller.tenant, filter) }
    }),
    route({
      method: 'post', path: '/v1/suppressions', tag: 'Suppressions', scope: 'write',
      summary: 'Suppress addresses', idempotent: true,
      json: z.union([entry, z.array(entry).min(1).max(ENTRIES_MAX)]),
      answers: { description: 'What was done, all or nothing.', schema: added },
    }, async ({ body, caller }) => await ledger.suppress(
      caller.tenant, caller.actor, (Array.isArray(body) ? body : [body]).map(defined))),
    route({
      method: 'post', path: '/v1/suppressions/lift', tag: 'Suppressions', scope: 'write',
      summary: 'Lift a suppression', idempotent: true,
      json: z.strictObject({
        address, list: z.string().max(500).optional(),
        by: z.enum(['manual', 'self-service']).default('manual'),
        note: word.optional(), force: z.boolean().optional(),
      }),
      answers: {
        description: 'It is lifted.',
        schema: z.object({ lifted: z.boolean(), suppression: SuppressionSchema.optional() }),
      },
      problems: ['not-found', 'lift-refused'],
    }, async ({ body, caller }) => {
      const result = await ledger.lift(caller.tenant, caller.actor, defined(body))
      if (result.kind === 'refused') throw new Problem('lift-refused', { detail: result.why })
      if (result.kind === 'not-suppressed') {
        throw new Problem('not-found', { detail: 'The address is not suppressed.' })
      }
      return { lifted: true, suppression: result.row }
    }),
    route({
      method: 'post', path: '/v1/suppressions/lift/undo', tag: 'Suppressions', scope: 'write',
      summary: 'Undo a lift', idempotent: true, problems: ['not-found'],
      description: 'The suppression is as it was before: its reason, proof, end and origin.',
      json: z.strictObject({ address, list: z.string().max(500).optional() }),
      answers: {
        description: 'It is undone; without a suppression where its time is over by now.',
        schema: z.object({ undone: z.boolean(), suppression: SuppressionSchema.optional() }),
      },
    }, async ({ body, caller }) => {
      const result = await ledger.undoLift(caller.tenant, caller.actor, defined(body))
      if (result.kind === 'undone') return defined({ undone: true, suppression: result.row })
      throw new Problem('not-found', { detail: 'The last thing that was done is no lift.' })
    }),
  ]
}
