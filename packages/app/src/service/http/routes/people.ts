// Routes: /v1/export and /v1/erasure: what is kept of one person, shown or taken away (T31).

import { z } from '@hono/zod-openapi'
import { address } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { route, type Route } from '../route.ts'

export function personRoutes({ ledger }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/export', tag: 'People', scope: 'personal',
      summary: 'Export all that is kept of one address',
      query: z.strictObject({ address }),
      answers: {
        description: 'Everything; bytes in base64.', schema: z.looseObject({ address: z.string() }),
      },
    }, async ({ query, caller }) => await ledger.exportPerson(caller.tenant, query.address)),
    route({
      method: 'post', path: '/v1/erasure', tag: 'People', scope: 'personal', idempotent: true,
      summary: 'Erase what is kept of one address',
      description: 'Where it is suppressed, a keyed hash is kept unless `keepSuppressed` is ' +
        'false, so that the person is still left alone.',
      json: z.strictObject({
        address, keepSuppressed: z.boolean().default(true), dryRun: z.boolean().default(true),
      }),
      answers: { description: 'What is or would be erased.', schema: z.looseObject({
        dryRun: z.boolean(), events: z.int(), incidents: z.int(), inputs: z.int(),
        sends: z.int(), suppressions: z.int(), keptSuppressed: z.boolean(),
      }) },
    }, async ({ body, caller }) => await ledger.erase(caller.tenant, caller.actor, body)),
  ]
}
