// What the API answers about reputation, as schemas of its document.

import { z } from '@hono/zod-openapi'

const kind = z.enum(['domain', 'ip'])
const part = z.enum([
  'complaints', 'unknown-users', 'blocks', 'content', 'traps', 'authentication', 'blocklists',
  'refusals', 'refusing-receivers',
])

export const ReputationLineSchema: z.ZodType = z.object({
  subject: z.string(), kind, day: z.string(), score: z.int().optional(), before: z.int().optional(),
}).openapi('ReputationLine')

export const ReputationSchema: z.ZodType = z.object({
  subject: z.string(), kind, day: z.string(),
  score: z.int().optional().openapi({ description: 'Absent: too little was measured.' }),
  parts: z.array(z.object({
    part, figure: z.number().optional(), cases: z.int(), goal: z.number(), limit: z.number(),
    weight: z.int(), lost: z.number().optional(),
  })),
  days: z.array(z.object({ day: z.string(), score: z.int().optional() })),
  since: z.string().optional(),
  moved: z.array(z.object({
    part, points: z.number(), figure: z.number().optional(), figureBefore: z.number().optional(),
    behind: z.array(z.object({
      reason: z.string(), receiver: z.string(), now: z.int(), before: z.int(),
    })),
  })),
}).openapi('Reputation')
