// Routes: /v1/advice: what one's own sends and bounces tell of one's habits, receivers and volumes.

import { planWarmUp } from '@carom/core/prevent'
import { z } from '@hono/zod-openapi'
import { RANGE_FIELDS, readPastRange, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import {
  FrequencyReportSchema, HabitsSchema, PacingSchema, VolumeDaySchema, WarmUpSchema,
} from '../prevent-schemas.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'

const TARGET_MAX = 100_000_000
const DAYS_MAX = 60

const range = z.strictObject(RANGE_FIELDS)

type Prevent = NonNullable<HttpDeps['prevent']>

export function adviceRoutes({ prevent, now }: HttpDeps): Route[] {
  const own = (): Prevent => {
    if (prevent === undefined) throw new Problem('not-found')
    return prevent
  }
  return [
    route({
      method: 'get', path: '/v1/advice/habits', tag: 'Prevention', scope: 'read',
      summary: 'Grade the eight habits that keep mail from bouncing',
      description: 'Each by the bounces that it would have kept away. Without a time, 30 days.',
      query: range, answers: { description: 'A grade for each.', schema: HabitsSchema },
    }, async ({ query, caller }) => await own().habits(caller.tenant, readPastRange(query, now()))),
    route({
      method: 'get', path: '/v1/advice/pacing', tag: 'Prevention', scope: 'read',
      summary: 'Say how fast to send, and when to go on',
      description: 'Receivers that asked to send slower in the last seven days; `kumomta` writes ' +
        'the same as a file of shaping rules.',
      query: z.strictObject({
        receiver: word.optional(), format: z.enum(['json', 'kumomta']).default('json'),
      }),
      answers: {
        description: 'Receivers, those with most refusals first.',
        schema: z.object({ rows: z.array(PacingSchema) }),
      },
    }, async ({ query: { receiver, format }, caller }) => {
      const rows = await own().pacing(caller.tenant, receiver)
      if (format === 'json') return { rows }
      return new Response(own().formatShaping(rows), { headers: {
        'content-type': 'application/toml',
        'content-disposition': 'attachment; filename="shaping.toml"',
      } })
    }),
    ...planRoutes(own, now),
  ]
}

function planRoutes(own: () => Prevent, now: () => number): Route[] {
  return [
    route({
      method: 'get', path: '/v1/advice/frequency', tag: 'Prevention', scope: 'read',
      summary: 'Say how often people get mail, and how often is safe',
      description: 'Gaps between two mails to one address, on each list and on all together, and ' +
        'from how many a week on they complain. Without a time, 30 days.',
      query: range, answers: { description: 'Of all, and by list.', schema: FrequencyReportSchema },
    }, async ({ query, caller }) =>
      await own().frequency(caller.tenant, readPastRange(query, now()))),
    route({
      method: 'get', path: '/v1/advice/volume', tag: 'Prevention', scope: 'read',
      summary: 'Show what was sent each day, and where the volume jumped',
      query: z.strictObject({
        ...RANGE_FIELDS, by: z.enum(['domain', 'receiver', 'ip']).default('domain'),
      }),
      answers: {
        description: 'By name and day.', schema: z.object({ rows: z.array(VolumeDaySchema) }),
      },
    }, async ({ query: { by, ...time }, caller }) =>
      ({ rows: await own().volume(caller.tenant, { ...readPastRange(time, now()), by }) })),
    route({
      method: 'post', path: '/v1/advice/warm-up', tag: 'Prevention', scope: 'read',
      summary: 'Plan how a new domain or address begins to send',
      description: 'Numbers for each day. It goes on from what `domain` sent so far, or from ' +
        'what `done` tells of the days before: slower where much bounced.',
      json: z.strictObject({
        target: z.int().min(1).max(TARGET_MAX), domain: word.optional(),
        done: z.array(z.strictObject({
          sends: z.int().min(0).max(TARGET_MAX), bounces: z.int().min(0).max(TARGET_MAX),
        })).max(DAYS_MAX).optional(),
      }).refine(({ domain, done }) => domain === undefined || done === undefined,
        { path: ['done'], message: 'is known of the domain: name one of them' }),
      answers: { description: 'The days to come.', schema: WarmUpSchema },
    }, async ({ body: { target, domain, done = [] }, caller }) => domain === undefined
      ? { ...planWarmUp(target, done), done }
      : await own().warmUp(caller.tenant, { target, domain: domain.toLowerCase() })),
  ]
}
