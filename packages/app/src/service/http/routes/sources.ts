// Routes: /v1/sources: how the sources of bounces are, how to set them up, and whether they work.

import { z } from '@hono/zod-openapi'
import { word } from '../fields.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import {
  SourceActivitySchema, SourceGuideSchema, SourceTestSchema, SourceSightSchema,
} from '../schemas-of-views.ts'
import { SourceSchema } from '../schemas.ts'

const params = z.strictObject({ id: word })

export function sourceRoutes(
  { ledger, sources: admin }: HttpDeps, { publicUrl }: HttpOptions,
): Route[] {
  return [
    route({
      method: 'get', path: '/v1/sources', tag: 'Sources', scope: 'read',
      summary: 'List sources and their health',
      answers: {
        description: 'All sources.', schema: z.object({ rows: z.array(SourceSchema) }),
      },
    }, async ({ caller }) => ({ rows: await ledger.listSources(caller.tenant) })),
    route({
      method: 'get', path: '/v1/sources/guides', tag: 'Sources', scope: 'read',
      summary: 'Show how to set sources up',
      query: z.strictObject({ name: word.optional().openapi({
        description: 'Name that the source shall have; it is part of the URL of a webhook.',
      }) }),
      answers: {
        description: 'One guide for each kind and vendor.',
        schema: z.object({ rows: z.array(SourceGuideSchema) }),
      },
    }, async ({ query: { name }, request }) => ({
      rows: admin?.guides(publicUrl ?? new URL(request.url).origin, name) ?? [],
    })),
    route({
      method: 'get', path: '/v1/sources/health', tag: 'Sources', scope: 'read',
      summary: 'Show which sources are silent or in trouble',
      answers: {
        description: 'All sources.', schema: z.object({ rows: z.array(SourceSightSchema) }),
      },
    }, async ({ caller }) => ({ rows: await ledger.sourceSights(caller.tenant) })),
    route({
      method: 'get', path: '/v1/sources/{id}', tag: 'Sources', scope: 'read',
      summary: 'Show a source', params, problems: ['not-found'],
      answers: { description: 'The source.', schema: SourceSchema },
    }, async ({ params: { id }, caller }) => {
      const sources = await ledger.listSources(caller.tenant)
      const found = sources.find((source) => source.id === id || source.name === id)
      if (found === undefined) throw new Problem('not-found')
      return found
    }),
    route({
      method: 'get', path: '/v1/sources/{id}/activity', tag: 'Sources', scope: 'read',
      summary: 'Show the last events and errors of a source', params, problems: ['not-found'],
      answers: { description: 'Newest first.', schema: SourceActivitySchema },
    }, async ({ params: { id }, caller }) => {
      const found = await ledger.sourceActivity(caller.tenant, id)
      if (found === undefined) throw new Problem('not-found')
      return found
    }),
    route({
      method: 'post', path: '/v1/sources/{id}/test', tag: 'Sources', scope: 'operate',
      summary: 'Try a source', params, problems: ['not-found'],
      description: 'Logs in, reads, listens or checks a signed sample, as its kind asks; ' +
        'nothing that is tried ever counts.',
      answers: { description: 'What was tried.', schema: SourceTestSchema },
    }, async ({ params: { id }, caller }) => {
      const tested = await admin?.test(caller.tenant, id)
      if (tested === undefined) throw new Problem('not-found')
      return tested
    }),
  ]
}
