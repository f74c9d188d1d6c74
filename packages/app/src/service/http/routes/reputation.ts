// Routes: /v1/reputation: scores of sending domains and addresses, their parts and what moved them.

import { z } from '@hono/zod-openapi'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { ReputationLineSchema, ReputationSchema } from '../reputation-schemas.ts'
import { route, type Route } from '../route.ts'

export function reputationRoutes({ prevent }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/reputation', tag: 'Prevention', scope: 'read',
      summary: 'List the reputation of sending domains and addresses',
      description: 'A score of 0 to 100 from your own sends and bounces, and from DNS block ' +
        'lists where `prevent.blocklists` names some.',
      answers: {
        description: 'The worst first.', schema: z.object({ rows: z.array(ReputationLineSchema) }),
      },
    }, async ({ caller }) => {
      if (prevent === undefined) throw new Problem('not-found')
      return { rows: await prevent.reputation.list(caller.tenant) }
    }),
    route({
      method: 'get', path: '/v1/reputation/{subject}', tag: 'Prevention', scope: 'read',
      summary: 'Show the reputation of a domain or address',
      description: 'Each part with its figure and the points that it costs, the score of each ' +
        'day, and what moved it within a week, with the bounces behind it. What could not be ' +
        'measured has no figure, and neither costs nor earns.',
      params: z.strictObject({ subject: z.string().min(1).max(253) }),
      answers: { description: 'The report.', schema: ReputationSchema }, problems: ['not-found'],
    }, async ({ params, caller }) => {
      const report = await prevent?.reputation.read(caller.tenant, params.subject.toLowerCase())
      if (report !== undefined) return report
      throw new Problem('not-found', {
        detail: 'No mail was sent by it, and no receiver named it, in the last weeks.',
      })
    }),
  ]
}
