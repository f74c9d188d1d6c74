// Routes: /v1/events, /v1/incidents and /v1/audit: what came in, what it was counted as, what was
// done.

import { REASONS_TABLE } from '@carom/core'
import { z } from '@hono/zod-openapi'
import { fingerprint, formatPage, formatSearch } from '../cursors.ts'
import {
  address, defined, flag, PAGE_FIELDS, RANGE_FIELDS, readPage, readRange, word,
} from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import type { EventFilter, IncidentFilter } from '../rows.ts'
import type { FaultName } from '../rows-of-views.ts'
import { exportEvents } from '../export-events.ts'
import { EventMessageSchema, JudgedAgainSchema, searchPageOf } from '../schemas-of-views.ts'
import { AuditSchema, EventRowSchema, IncidentSchema, pageOf } from '../schemas.ts'

const REASONS = REASONS_TABLE.map(({ reason }) => reason)
const FAULTS = [
  'recipient', 'sender', 'content', 'network', 'unknown',
] as const satisfies readonly FaultName[]
const REMEDIES = [...new Set(REASONS_TABLE.map(({ remedy }) => remedy))]

const FILTERS = {
  text: word.optional(), address: address.optional(), code: word.optional(),
  reason: z.enum(REASONS).optional(), remedy: z.enum(REMEDIES).optional(),
  fault: z.enum(FAULTS).optional(),
  receiver: word.optional(), domain: word.optional(), list: z.string().max(500).optional(),
  source: word.optional(), campaign: word.optional(), rule: word.optional(),
  blocklist: word.optional(),
  order: z.enum(['newest', 'oldest']).optional(), ...RANGE_FIELDS, ...PAGE_FIELDS,
} as const satisfies z.ZodRawShape

const EVENT_FILTERS = {
  ...FILTERS, counted: flag.optional(),
  kind: z.enum([
    'failed', 'delayed', 'delivered', 'relayed', 'expanded', 'complaint', 'unsubscribe',
    'auth-report', 'auto-reply', 'challenge', 'receipt', 'list-notice', 'echo', 'engaged',
  ]).optional(),
} as const satisfies z.ZodRawShape

const eventQuery = z.strictObject({
  ...EVENT_FILTERS,
  count: flag.optional().openapi({ description: 'Also tell how many match, on the first page.' }),
})

const exportQuery = z.strictObject(EVENT_FILTERS).omit({ limit: true, cursor: true })

const incidentQuery = z.strictObject({
  ...FILTERS, held: flag.optional(), voided: flag.optional(),
  kind: z.enum(['failed', 'delayed', 'complaint', 'unsubscribe', 'echo']).optional(),
})

const id = z.strictObject({ id: z.string().min(1).max(200) })

export function eventRoutes({ ledger }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/events', tag: 'Events', scope: 'read', summary: 'List events',
      description: 'All filters can be combined. Each word of `text` begins a word of the ' +
        'address, the reply, the subject or a host name.',
      query: eventQuery, problems: ['cursor-invalid'],
      answers: { description: 'Newest first unless asked.', schema: searchPageOf(EventRowSchema) },
    }, async ({ query: { count, ...query }, caller }) => {
      const filter = toFilter(query) as EventFilter
      const wantsCount = count === true && query.cursor === undefined
      const list = `events ${fingerprint(filter)}`
      return formatSearch(list, await ledger.listEvents(
        caller.tenant, wantsCount ? { ...filter, wantsCount } : filter,
        readPage(list, ['n'], query)))
    }),
    route({
      method: 'get', path: '/v1/events/export', tag: 'Events', scope: 'read',
      summary: 'Export events as CSV', query: exportQuery,
      description: 'Exactly those that the same filters list. A field that a spreadsheet would ' +
        'take for a formula begins with an apostrophe.',
      answers: { description: 'All rows.', contentTypes: ['text/csv'] },
    }, async ({ query, caller, request }) => {
      const filter = toFilter({ ...query, limit: 1 }) as EventFilter
      return await exportEvents(ledger, caller.tenant, filter, request.signal)
    }),
    route({
      method: 'get', path: '/v1/events/{id}', tag: 'Events', scope: 'read',
      summary: 'Show an event', params: id, problems: ['not-found'],
      answers: { description: 'The event.', schema: EventRowSchema },
    }, async ({ params, caller }) =>
      await ledger.event(caller.tenant, params.id) ?? notFound()),
    route({
      method: 'get', path: '/v1/events/{id}/raw', tag: 'Events', scope: 'personal',
      summary: 'Fetch the input that told of an event', params: id, problems: ['not-found'],
      description: 'As it came in; never to be shown as a page.',
      answers: { description: 'The bytes.', contentTypes: ['application/octet-stream'] },
    }, async ({ params, caller }) => {
      const raw = await ledger.rawOfEvent(caller.tenant, params.id) ?? notFound()
      // Always a download: a bounce may hold a page with scripts (T24).
      return new Response(new Uint8Array(raw.bytes), { headers: {
        'content-type': 'application/octet-stream',
        'content-disposition':
          `attachment; filename="event.${raw.kind === 'message' ? 'eml' : 'txt'}"`,
      } })
    }),
    ...detailRoutes(ledger), ...incidentRoutes(ledger),
  ]
}

function detailRoutes(ledger: HttpDeps['ledger']): Route[] {
  return [
    route({
      method: 'get', path: '/v1/events/{id}/message', tag: 'Events', scope: 'personal',
      summary: 'Show an event in the message that told of it',
      description: 'The MIME tree, header fields and texts, decoded and plain; where the ' +
        'evidence stands in them; all events of the same incident; what was decided.',
      params: id, problems: ['not-found'],
      answers: { description: 'The message.', schema: EventMessageSchema },
    }, async ({ params, caller }) =>
      await ledger.eventMessage(caller.tenant, params.id) ?? notFound()),
    route({
      method: 'post', path: '/v1/events/{id}/judge', tag: 'Events', scope: 'read',
      summary: 'Judge an event again by the rules of now',
      description: 'Shows before and after and stores nothing; `reclassify` stores.',
      params: id, problems: ['not-found'],
      answers: { description: 'Before and after.', schema: JudgedAgainSchema },
    }, async ({ params, caller }) => {
      const judged = await ledger.judgeAgain(caller.tenant, params.id) ?? notFound()
      if (judged.kind === 'judged') return judged
      throw new Problem('not-found', { detail: 'The input that told of it is no longer kept.' })
    }),
  ]
}

function incidentRoutes(ledger: HttpDeps['ledger']): Route[] {
  return [
    route({
      method: 'get', path: '/v1/incidents', tag: 'Events', scope: 'read',
      summary: 'List incidents',
      description: 'An incident is one failure of one message to one address, however many ' +
        'reports told of it.',
      query: incidentQuery, problems: ['cursor-invalid'],
      answers: { description: 'Newest first unless asked.', schema: searchPageOf(IncidentSchema) },
    }, async ({ query, caller }) => {
      const filter = toFilter(query) as IncidentFilter
      const list = `incidents ${fingerprint(filter)}`
      return formatSearch(list, await ledger.listIncidents(
        caller.tenant, filter, readPage(list, ['n', 's'], query)))
    }),
    route({
      method: 'get', path: '/v1/incidents/{id}', tag: 'Events', scope: 'read',
      summary: 'Show an incident with its events', params: id, problems: ['not-found'],
      answers: {
        description: 'The incident.',
        schema: z.object({ row: IncidentSchema, events: z.array(EventRowSchema) }),
      },
    }, async ({ params, caller }) =>
      await ledger.incident(caller.tenant, params.id) ?? notFound()),
    route({
      method: 'get', path: '/v1/audit', tag: 'Events', scope: 'read',
      summary: 'List what was decided and done',
      query: z.strictObject({
        address: address.optional(), action: word.optional(), ...RANGE_FIELDS, ...PAGE_FIELDS,
      }),
      problems: ['cursor-invalid'],
      answers: { description: 'Newest first.', schema: pageOf(AuditSchema) },
    }, async ({ query, caller }) => formatPage('audit', await ledger.listAudit(
      caller.tenant,
      defined({ address: query.address, action: query.action, time: readRange(query) }),
      readPage('audit', ['n'], query)))),
  ]
}

function toFilter(
  query: Omit<z.output<typeof eventQuery>, 'count'> | z.output<typeof incidentQuery>,
): EventFilter | IncidentFilter {
  const { from, until, limit: _limit, cursor: _cursor, ...rest } = query
  return defined({ ...rest, time: readRange({ from, until }) }) as EventFilter | IncidentFilter
}

function notFound(): never {
  throw new Problem('not-found')
}
