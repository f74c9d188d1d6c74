// Lists that are handed over to be cleaned, as schemas of the API's document.

import { z } from '@hono/zod-openapi'
import type { CleanOptions } from '../prevent/lists/types.ts'
import { word } from './fields.ts'

const time = z.string().openapi({ format: 'date-time' })
const status = z.enum(['good', 'risky', 'unknown', 'bad'])
const COLUMNS_MAX = 500
const place = z.int().min(0).max(COLUMNS_MAX - 1)

const options = {
  address: place, confirmed: place.optional(), active: place.optional(),
  list: word.optional(), inactiveDays: z.int().min(1).max(10_000).optional(),
}

/** How a list is to be checked. */
export const CleanOptionsSchema: z.ZodType<CleanOptions> = z.strictObject({
  ...options,
  dns: z.boolean().default(false).openapi({ description: 'Look up the domains.' }),
  keep: z.array(status).min(1).max(4).default(['good', 'unknown'])
    .openapi({ description: 'Rows of these statuses stay in the cleaned list.' }),
}).openapi('CleanOptions')

export const ListJobSchema: z.ZodType = z.object({
  id: z.string(), name: z.string(), bytes: z.int(),
  state: z.enum(['uploaded', 'waiting', 'running', 'done', 'failed']), createdAt: time,
  expiresAt: time.openapi({ description: 'The list and all that came of it are deleted then.' }),
  look: z.object({
    columns: z.array(z.string()), hasNames: z.boolean(), rows: z.array(z.array(z.string())),
    places: z.object({
      address: z.int().optional(), confirmed: z.int().optional(), active: z.int().optional(),
    }).openapi({ description: 'Columns that were recognised, from 0.' }),
  }),
  options: z.object({ ...options, dns: z.boolean(), keep: z.array(status) }).optional(),
  rowsDone: z.int(), rowsTotal: z.int().optional(), problem: z.string().optional(),
  summary: z.object({
    rows: z.int(), kept: z.int(), rejected: z.int(),
    statuses: z.object({ good: z.int(), risky: z.int(), unknown: z.int(), bad: z.int() }),
    reasons: z.record(z.string(), z.int()), suggestions: z.record(z.string(), z.int()),
    expectedBounceRate: z.number().openapi({ description: 'Without the bad ones; an estimate.' }),
    expectedBounceRateOfAll: z.number(), expectedBounceRateOfKept: z.number(),
  }).optional(),
  examples: z.array(z.object({
    row: z.int(), address: z.string(), status, suggestion: z.string().optional(),
    findings: z.array(z.object({
      reason: z.string(), about: z.string().optional(), confidence: z.number(),
    })),
  })).optional().openapi({ description: 'The first hundred rows that were not kept.' }),
}).openapi('ListJob')
