// What the API answers about reports of receivers, as schemas of its document.

import { z } from '@hono/zod-openapi'

const time = z.string().openapi({ format: 'date-time' })
const severity = z.enum(['broken', 'weak', 'unknown', 'note', 'good'])
const area = z.enum(['dmarc', 'tls'])
const kind = z.enum(['dmarc', 'tls', 'unread'])
const disposition = z.enum(['none', 'quarantine', 'reject'])
const mode = z.enum(['r', 's'])

export const ReportedDomainSchema: z.ZodType = z.object({
  domain: z.string().openapi({ description: 'Empty: of reports that could not be read.' }),
  reports: z.int(),
  unverified: z.int().openapi({
    description: 'Reports of which nobody is proven to have sent them: the counts leave them out.',
  }),
  passed: z.int(), failed: z.int(), lastAt: time,
}).openapi('ReportedDomain')

const policy = z.object({
  p: disposition.optional(), sp: disposition.optional(), np: disposition.optional(),
  adkim: mode.optional(), aspf: mode.optional(), pct: z.int().optional(),
  testing: z.boolean().optional(),
})

const dmarc = z.object({
  reports: z.int(), messages: z.int(), aligned: z.int(), policy: policy.optional(),
  errors: z.array(z.string()),
  applied: z.object({ none: z.int(), quarantine: z.int(), reject: z.int() }),
  overrides: z.array(z.object({ type: z.string(), messages: z.int() })),
  sources: z.array(z.object({
    ip: z.string(), standing: z.enum(['known', 'signed', 'forwarder', 'unknown']),
    messages: z.int(), aligned: z.int(), byDkim: z.int(), bySpf: z.int(), refused: z.int(),
    causes: z.array(z.string()),
  })),
  sourceCount: z.int(),
})

const tls = z.object({
  reports: z.int(), succeeded: z.int(), failed: z.int(),
  policies: z.array(z.object({ type: z.string(), succeeded: z.int(), failed: z.int() })),
  failures: z.array(z.object({
    policyType: z.string(), result: z.string(), sessions: z.int(), mxHosts: z.array(z.string()),
    meaning: z.string(), remedy: z.string(),
  })),
})

export const ReportSummarySchema: z.ZodType = z.object({
  domain: z.string(), from: time, until: time, dmarc: dmarc.optional(), tls: tls.optional(),
  reporters: z.array(z.object({
    kind, reporter: z.string(), reports: z.int(), passed: z.int(), failed: z.int(),
  })),
  days: z.array(z.object({ kind, day: z.string(), passed: z.int(), failed: z.int() })),
  areas: z.array(z.object({ area, severity })),
  findings: z.array(z.object({
    id: z.string(), area, severity, text: z.string(), advice: z.string().optional(),
    source: z.string().optional(),
  })),
  unread: z.int(),
  unverified: z.array(z.object({
    kind, reporter: z.string(),
    sender: z.string().openapi({ description: 'The domain that its mail proved; empty: none.' }),
    problem: z.string().openapi({ description: 'Why it counts for nothing.' }),
    reports: z.int(), passed: z.int(), failed: z.int(),
  })).openapi({
    description: 'Reports of which it is not proven that the reporter sent them: all else leaves ' +
      'them out.',
  }),
}).openapi('ReportSummary')
