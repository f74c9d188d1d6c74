// Routes: /v1/reports: what receivers report about one's domains. They come in by mail, or by POST.

import { z } from '@hono/zod-openapi'
import { RANGE_FIELDS, readPastRange } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { ReportedDomainSchema, ReportSummarySchema } from '../report-schemas.ts'
import { route, type Route } from '../route.ts'

const range = z.strictObject(RANGE_FIELDS)

export function reportRoutes({ prevent, now }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/reports', tag: 'Prevention', scope: 'read',
      summary: 'List the domains that receivers report about',
      description: 'DMARC aggregate reports and SMTP TLS reports; without a time, of 30 days.',
      query: range,
      answers: {
        description: 'Those with most messages first, 200 at most.',
        schema: z.object({ rows: z.array(ReportedDomainSchema) }),
      },
    }, async ({ query, caller }) => {
      if (prevent === undefined) throw new Problem('not-found')
      return { rows: await prevent.reportedDomains(caller.tenant, readPastRange(query, now())) }
    }),
    route({
      method: 'get', path: '/v1/reports/{domain}', tag: 'Prevention', scope: 'read',
      summary: 'Sum up what receivers report about a domain',
      description: 'How much mail passed DMARC, who sent it, what was applied; how many sessions ' +
        'were encrypted; what is worth acting on. Reports that came by mail count once it is ' +
        'proven who sent them; nothing but this summary rests on any.',
      params: z.strictObject({ domain: z.string().min(1).max(253) }), query: range,
      answers: { description: 'The summary.', schema: ReportSummarySchema },
      problems: ['not-found'],
    }, async ({ params, query, caller }) => {
      const domain = prevent?.readDomain(params.domain)
      const summary = domain === undefined ? undefined
        : await prevent?.reports(caller.tenant, domain, readPastRange(query, now()))
      if (summary !== undefined) return summary
      throw new Problem('not-found', {
        detail: 'No report about this domain has come in that time.',
      })
    }),
  ]
}
