// Routes: /v1/policies: which policy decides, what others there are, and what would change under
// them.

import { z } from '@hono/zod-openapi'
import { defined, readRange, time, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import { PolicySchema, PresetSchema } from '../schemas.ts'

const policy = z.union([z.string().min(1).max(200), z.record(z.string(), z.unknown())])
  .openapi({ description: 'The name of a preset or a whole policy.' })

const side = z.object({
  status: z.string(), since: z.string().optional(), reason: z.string().optional(),
  why: z.string().optional(),
})

const simulation = z.object({
  addresses: z.int(), same: z.int(), differing: z.int(),
  moves: z.array(z.object({ from: z.string(), to: z.string(), n: z.int() })),
  rows: z.array(z.object({
    address: z.string(), list: z.string(), policy: side, against: side,
  })),
})

export function policyRoutes({ ledger }: HttpDeps): Route[] {
  return [
    route({
      method: 'get', path: '/v1/policies', tag: 'Policies', scope: 'read',
      summary: 'List policies', description: 'Every version, newest first.',
      answers: {
        description: 'Policies.',
        schema: z.object({ active: PolicySchema, rows: z.array(PolicySchema) }),
      },
    }, async ({ caller }) => ({
      active: await ledger.activePolicy(caller.tenant),
      rows: await ledger.listPolicies(caller.tenant),
    })),
    route({
      method: 'get', path: '/v1/policies/presets', tag: 'Policies', scope: 'read',
      summary: 'List presets',
      answers: { description: 'Presets.', schema: z.object({ rows: z.array(PresetSchema) }) },
    }, async () => ({ rows: ledger.presets() })),
    route({
      method: 'put', path: '/v1/policies', tag: 'Policies', scope: 'operate',
      summary: 'Store a version of a policy', idempotent: true, problems: ['policy-invalid'],
      json: z.strictObject({
        policy, activate: z.boolean().default(false), dryRun: z.boolean().default(false),
      }),
      answers: {
        description: 'It is stored, or was checked.',
        schema: z.object({ kind: z.enum(['saved', 'checked']), row: PolicySchema }),
      },
    }, async ({ body, caller }) => {
      const result = await ledger.putPolicy(caller.tenant, caller.actor, body)
      if (result.kind === 'refused') {
        throw new Problem('policy-invalid', { errors: result.problems })
      }
      return result
    }),
    route({
      method: 'post', path: '/v1/policies/apply', tag: 'Policies', scope: 'operate',
      summary: 'Let the active policy decide about the past as well', idempotent: true,
      description: 'Every address with a history is decided anew, within a minute or so; limits ' +
        'of suppressions per day hold. `simulate` shows beforehand what would differ.',
      json: z.strictObject({}),
      answers: {
        description: 'How many will be looked at.', schema: z.object({ addresses: z.int() }),
      },
    }, async ({ caller }) => await ledger.applyPolicy(caller.tenant, caller.actor)),
    route({
      method: 'post', path: '/v1/policies/simulate', tag: 'Policies', scope: 'read',
      summary: 'Replay the history under another policy', problems: ['policy-invalid'],
      json: z.strictObject({
        policy, against: policy.optional(), from: time.optional(), until: time.optional(),
        list: z.string().max(500).optional(), domain: word.optional(),
        limit: z.int().min(0).max(1000).default(100),
      }),
      answers: { description: 'What would differ.', schema: simulation },
    }, async ({ body: { from, until, ...body }, caller }) => {
      const result = await ledger.simulate(caller.tenant, defined({
        ...body, time: readRange({ from, until }),
      }))
      if (result.kind === 'refused') {
        throw new Problem('policy-invalid', { errors: result.problems })
      }
      return result.result
    }),
  ]
}
