// Routes: /v1/endpoints and /v1/dead-letters: who is told of changes by webhook, and what could not
// be told.

import { z } from '@hono/zod-openapi'
import { formatPage } from '../cursors.ts'
import { defined, PAGE_FIELDS, readPage, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { pageOf } from '../schemas.ts'

const TYPES_MAX = 100

const id = z.strictObject({ id: word })
const url = z.string().min(1).max(2000)
const types = z.array(word).max(TYPES_MAX).openapi({
  description: 'Such as `suppression.added` or `recipient.*`; empty: everything.',
})
const endpoint = z.looseObject({
  id: z.string(), url: z.string(), description: z.string(), types: z.array(z.string()),
  platform: z.string().optional().openapi({
    description: 'The sending system that it is; absent: it takes signed webhooks.',
  }),
  list: z.string().optional().openapi({
    description: 'Of a sending system: of suppressions of which list it is told; empty: of those ' +
      'for every list.',
  }),
  enabled: z.boolean(), disabledWhy: z.string().optional(),
})
const listed = endpoint.extend({
  waiting: z.int().openapi({
    description: 'Deliveries that were not made yet; counted up to 10,000.',
  }),
  retrying: z.object({
    count: z.int(), nextAt: z.string(), attempts: z.int(),
    lastStatus: z.int().optional(), lastError: z.string().optional(),
  }).optional().openapi({
    description: 'Those of them that were tried in vain: how many, and of the one that is tried ' +
      'next when that is, how often it was tried and what came of it.',
  }),
})
const withSecret = z.object({ endpoint, secret: z.string().optional() })
const platform = z.object({
  id: z.string(), name: z.string(), url: z.string(), credential: z.string(), effect: z.string(),
  types: z.array(z.string()),
})
const credential = z.string().min(1).max(1000)

export function endpointRoutes({ endpoints }: HttpDeps): Route[] {
  if (endpoints === undefined) return []
  return [
    route({
      method: 'get', path: '/v1/endpoints', tag: 'Webhooks', scope: 'read',
      summary: 'List endpoints',
      answers: { description: 'Endpoints.', schema: z.object({ rows: z.array(listed) }) },
    }, async ({ caller }) => ({ rows: await endpoints.list(caller.tenant) })),
    route({
      method: 'get', path: '/v1/endpoints/platforms', tag: 'Webhooks', scope: 'read',
      summary: 'List sending systems that can be told in their own words',
      answers: {
        description: 'What each wants and does.', schema: z.object({ rows: z.array(platform) }),
      },
    }, async () => ({ rows: [...endpoints.platforms] })),
    route({
      method: 'post', path: '/v1/endpoints', tag: 'Webhooks', scope: 'operate',
      summary: 'Add an endpoint',
      description: 'A webhook: its signing secret (Standard Webhooks) is told this once. With ' +
        '`platform` and `credential` a sending system (`/v1/endpoints/platforms`): it is asked ' +
        'for something harmless first, and its credential is never told again.',
      json: z.strictObject({
        url, description: word.optional(), types: types.optional(), platform: word.optional(),
        credential: credential.optional(), list: word.optional(),
      }),
      answers: { status: 201, description: 'The endpoint.', schema: withSecret },
    }, async ({ body, caller }) => await endpoints.add(caller.tenant, defined(body))),
    route({
      method: 'put', path: '/v1/endpoints/{id}', tag: 'Webhooks', scope: 'operate',
      summary: 'Change an endpoint', params: id, problems: ['not-found'],
      json: z.strictObject({
        url: url.optional(), description: word.optional(), types: types.optional(),
        enabled: z.boolean().optional(), credential: credential.optional(),
      }),
      answers: { description: 'It is changed.', schema: z.object({ changed: z.boolean() }) },
    }, async ({ params, body, caller }) => {
      const changed = await endpoints.change(caller.tenant, params.id, defined(body))
      return changed ? { changed } : notFound()
    }),
    route({
      method: 'post', path: '/v1/endpoints/{id}/rotate', tag: 'Webhooks', scope: 'operate',
      summary: 'Make a new secret', params: id, problems: ['not-found'],
      description: 'The old one signs beside it for a day.',
      answers: { description: 'The secret.', schema: z.object({ secret: z.string() }) },
    }, async ({ params, caller }) => {
      const secret = await endpoints.rotate(caller.tenant, params.id)
      return secret === undefined ? notFound() : { secret }
    }),
    route({
      method: 'post', path: '/v1/endpoints/{id}/tell-all', tag: 'Webhooks', scope: 'operate',
      summary: 'Tell it every suppression that stands now', params: id, problems: ['not-found'],
      description: 'For an endpoint that came later, as `suppression.added`. What it was told ' +
        'this way before is not told again; one that is switched off is told of none.',
      answers: { description: 'How many it will get.', schema: z.object({ told: z.int() }) },
    }, async ({ params, caller }) => {
      const told = await endpoints.tellAll(caller.tenant, params.id)
      return told === undefined ? notFound() : { told }
    }),
    route({
      method: 'delete', path: '/v1/endpoints/{id}', tag: 'Webhooks', scope: 'operate',
      summary: 'Remove an endpoint with its deliveries', params: id, problems: ['not-found'],
      answers: { description: 'It is removed.', schema: z.object({ removed: z.boolean() }) },
    }, async ({ params, caller }) => {
      const removed = await endpoints.remove(caller.tenant, params.id)
      return removed ? { removed } : notFound()
    }),
    ...deadLetterRoutes(endpoints),
  ]
}

function deadLetterRoutes(endpoints: NonNullable<HttpDeps['endpoints']>): Route[] {
  return [
    route({
      method: 'get', path: '/v1/dead-letters', tag: 'Webhooks', scope: 'read',
      summary: 'List deliveries that were given up', problems: ['cursor-invalid'],
      query: z.strictObject({ endpoint: word.optional(), ...PAGE_FIELDS }),
      answers: {
        description: 'Newest first.', schema: pageOf(z.looseObject({ id: z.int() })),
      },
    }, async ({ query, caller }) => {
      const { limit, after } = readPage('dead-letters', ['n'], query)
      const rows = await endpoints.deadLetters(caller.tenant, defined({
        limit, beforeId: after?.[0] as number | undefined, endpoint: query.endpoint,
      }))
      const last = rows.at(-1)
      const isFull = rows.length === limit && last !== undefined
      return formatPage('dead-letters', { rows, ...isFull ? { next: [last.id] } : {} })
    }),
    route({
      method: 'post', path: '/v1/dead-letters/redeliver', tag: 'Webhooks', scope: 'operate',
      summary: 'Try given-up deliveries again',
      json: z.union([z.strictObject({ id: z.int() }), z.strictObject({ endpoint: word })]),
      answers: { description: 'How many.', schema: z.object({ redelivered: z.int() }) },
    }, async ({ body, caller }) => ({
      redelivered: await endpoints.redeliver(caller.tenant, body),
    })),
  ]
}

function notFound(): never {
  throw new Problem('not-found')
}
