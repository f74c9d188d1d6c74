// Routes: /v1/undo, /v1/reclassify, /v1/outages, /v1/unmatched: putting right what was decided or
// not understood. What changes much is tried dry first.

import { z } from '@hono/zod-openapi'
import { formatPage } from '../cursors.ts'
import { address, defined, PAGE_FIELDS, readPage, readRange, time, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { ClusterSchema, OutageSchema, pageOf } from '../schemas.ts'

const SAMPLES_DEFAULT = 100
const SAMPLES_MAX = 1_000
const INCIDENTS_MAX = 10_000

const dryRun = z.boolean().default(true).openapi({ description: 'Show only; true unless said.' })
const sampleLimit = z.int().min(0).max(SAMPLES_MAX).default(SAMPLES_DEFAULT)

const undoFilter = z.strictObject({
  reason: word.optional(), fault: word.optional(), receiver: word.optional(),
  domain: word.optional(), list: z.string().max(500).optional(), source: word.optional(),
  campaign: word.optional(), code: word.optional(), text: word.optional(),
  address: address.optional(), from: time.optional(), until: time.optional(),
  incidents: z.array(z.string().max(200)).max(INCIDENTS_MAX).optional(),
})

const reclassifyFilter = z.strictObject({
  source: word.optional(), reason: word.optional(), address: address.optional(),
  domain: word.optional(), from: time.optional(), until: time.optional(),
  unmatched: z.enum(['also', 'only']).optional(),
  rule: word.optional().openapi({
    description: 'Inputs whose events rest on it, such as `operator/mine`: after a rule is taken ' +
      'out, what it read is judged again. Nothing else narrows them then.',
  }),
})

const moves = z.array(z.object({ from: z.string(), to: z.string(), n: z.int() }))

export function repairRoutes({ ledger }: HttpDeps): Route[] {
  return [
    route({
      method: 'post', path: '/v1/undo', tag: 'Repairs', scope: 'operate', idempotent: true,
      summary: 'Take back what incidents led to',
      description: 'The incidents never count again, by entries that are added to the audit.',
      json: z.strictObject({ filter: undoFilter, dryRun, note: word.optional(), sampleLimit }),
      answers: { description: 'What is or would be undone.', schema: z.looseObject({
        dryRun: z.boolean(), incidents: z.int(), addresses: z.int(), lifted: z.int(),
        samples: z.array(z.unknown()),
      }) },
    }, async ({ body: { filter, ...rest }, caller }) => {
      const chosen = splitTime(filter)
      if (Object.keys(chosen).length === 0) {
        throw new Problem('request-invalid', { detail: 'filter must say something.' })
      }
      return await ledger.undo(caller.tenant, caller.actor, defined({ ...rest, filter: chosen }))
    }),
    route({
      method: 'post', path: '/v1/reclassify', tag: 'Repairs', scope: 'operate', idempotent: true,
      summary: 'Judge stored inputs again by the present rules',
      json: z.strictObject({ filter: reclassifyFilter.default({}), dryRun, sampleLimit }),
      answers: { description: 'What changes or would.', schema: z.looseObject({
        dryRun: z.boolean(), inputs: z.int(), changed: z.int(), addressesChanged: z.int(),
        countNow: z.int(), countNoMore: z.int(), moves,
        samples: z.array(z.unknown()),
      }) },
    }, async ({ body: { filter, ...rest }, caller }) => await ledger.reclassify(
      caller.tenant, caller.actor, { ...rest, filter: splitTime(filter) })),
    route({
      method: 'get', path: '/v1/unmatched', tag: 'Repairs', scope: 'read',
      summary: 'List inputs that nobody could read, those alike together',
      query: z.strictObject(PAGE_FIELDS), problems: ['cursor-invalid'],
      answers: { description: 'Biggest first.', schema: pageOf(ClusterSchema) },
    }, async ({ query, caller }) => formatPage('unmatched', await ledger.unmatched(
      caller.tenant, readPage('unmatched', ['n', 's'], query)))),
    ...outageRoutes(ledger),
  ]
}

function outageRoutes(ledger: HttpDeps['ledger']): Route[] {
  return [
    route({
      method: 'get', path: '/v1/outages', tag: 'Repairs', scope: 'read',
      summary: 'List outages of receivers',
      description: 'While a receiver refuses everybody alike, its incidents are held.',
      answers: { description: 'Outages.', schema: z.object({ rows: z.array(OutageSchema) }) },
    }, async ({ caller }) => ({ rows: await ledger.listOutages(caller.tenant) })),
    route({
      method: 'post', path: '/v1/outages/{id}/settle', tag: 'Repairs', scope: 'operate',
      summary: 'Decide about the incidents that an outage holds', idempotent: true,
      params: z.strictObject({ id: word }),
      json: z.strictObject({ how: z.enum(['count', 'void']) }), problems: ['not-found'],
      answers: { description: 'It is settled.', schema: z.object({ settled: z.boolean() }) },
    }, async ({ params: { id }, body: { how }, caller }) => {
      const settled = await ledger.settleOutage(caller.tenant, caller.actor, id, how)
      if (!settled) throw new Problem('not-found')
      return { settled }
    }),
  ]
}

function splitTime<Filter extends {
  readonly from?: number | undefined; readonly until?: number | undefined
}>({ from, until, ...rest }: Filter) {
  return defined({ ...rest, time: readRange({ from, until }) })
}
