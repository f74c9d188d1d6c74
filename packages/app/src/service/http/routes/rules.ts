// Routes: /v1/rules: rules that operators write for replies that nobody could read.

import type { OperatorRule } from '@carom/core'
import { z } from '@hono/zod-openapi'
import { defined, word } from '../fields.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Caller, type Route } from '../route.ts'
import { RuleDraftSchema, RuleSetSchema, RuleTestSchema } from '../schemas-of-views.ts'

const ROWS_MAX = 200
const RULES_MAX = 500

/** Its fields are checked by the engine, which says best what is wrong with them. */
const rule = z.looseObject({ id: z.string() }).openapi('OperatorRuleInput', {
  description: 'As `OperatorRule`: `match` is `{ words }`, which stand in this order, or ' +
    '`{ template }`, the whole text with `*` for gaps.',
})

export function ruleRoutes({ ledger }: HttpDeps): Route[] {
  const put = async ({ tenant, actor }: Caller, rules: readonly unknown[]) => {
    const result = await ledger.putRules(tenant, actor, rules)
    if (result.kind === 'saved') return result.set
    throw new Problem('rule-invalid', { errors: result.problems })
  }
  return [
    route({
      method: 'get', path: '/v1/rules', tag: 'Rules', scope: 'read', summary: 'List rules',
      description: 'In the order in which they judge; the first that fits decides.',
      answers: { description: 'The present version.', schema: RuleSetSchema },
    }, async ({ caller }) => await ledger.rules(caller.tenant)),
    route({
      method: 'get', path: '/v1/rules/versions', tag: 'Rules', scope: 'read',
      summary: 'List versions of the rules',
      answers: { description: 'Newest first.', schema: z.object({ rows: z.array(RuleSetSchema) }) },
    }, async ({ caller }) => ({ rows: await ledger.ruleVersions(caller.tenant) })),
    route({
      method: 'put', path: '/v1/rules', tag: 'Rules', scope: 'operate', idempotent: true,
      summary: 'Replace all rules', problems: ['rule-invalid'],
      description: 'They judge what comes in from now on; `reclassify` applies them to what is ' +
        'stored.',
      json: z.strictObject({ rules: z.array(rule).max(RULES_MAX) }),
      answers: { description: 'The new version.', schema: RuleSetSchema },
    }, async ({ body, caller }) => await put(caller, body.rules)),
    route({
      method: 'put', path: '/v1/rules/{id}', tag: 'Rules', scope: 'operate', idempotent: true,
      summary: 'Store one rule', params: z.strictObject({ id: word }),
      problems: ['rule-invalid'],
      json: z.looseObject({}).openapi({ description: 'The rule; its id is that of the path.' }),
      answers: { description: 'The new version.', schema: RuleSetSchema },
    }, async ({ params: { id }, body, caller }) => {
      const { rules } = await ledger.rules(caller.tenant)
      const at = rules.findIndex((one) => one.id === id)
      const changed = { ...body, id }
      return await put(caller, at < 0 ? [...rules, changed] : rules.toSpliced(
        at, 1, changed as unknown as OperatorRule))
    }),
    route({
      method: 'delete', path: '/v1/rules/{id}', tag: 'Rules', scope: 'operate',
      summary: 'Take one rule out', params: z.strictObject({ id: word }),
      problems: ['not-found'],
      answers: { description: 'The new version.', schema: RuleSetSchema },
    }, async ({ params: { id }, caller }) => {
      const { rules } = await ledger.rules(caller.tenant)
      const left = rules.filter((one) => one.id !== id)
      if (left.length === rules.length) throw new Problem('not-found')
      return await put(caller, left)
    }),
    ...benchRoutes(ledger),
  ]
}

function benchRoutes(ledger: HttpDeps['ledger']): Route[] {
  return [
    route({
      method: 'post', path: '/v1/rules/draft', tag: 'Rules', scope: 'read',
      summary: 'Draft a rule from a cluster of unmatched texts', problems: ['not-found'],
      json: z.strictObject({ cluster: word }),
      answers: { description: 'A draft; nothing is stored.', schema: RuleDraftSchema },
    }, async ({ body: { cluster }, caller }) => {
      const draft = await ledger.draftRule(caller.tenant, cluster)
      if (draft === undefined) throw new Problem('not-found', { detail: 'No such cluster.' })
      return draft
    }),
    route({
      method: 'post', path: '/v1/rules/test', tag: 'Rules', scope: 'read',
      summary: 'Try a rule on the stored history', problems: ['rule-invalid'],
      description: 'Which events it would meet, what they would become, and where that is ' +
        'against what the engine is sure of; and which inputs that nobody could read it reads, ' +
        'those of `cluster` counted by themselves. Nothing is stored.',
      json: z.strictObject({
        rule, limit: z.int().min(0).max(ROWS_MAX).default(50), cluster: word.optional(),
      }),
      answers: { description: 'What it would do.', schema: RuleTestSchema },
    }, async ({ body, caller }) => {
      const result = await ledger.testRule(caller.tenant, body.rule, defined({
        limit: body.limit, cluster: body.cluster,
      }))
      if (result.kind === 'tested') return result.test
      throw new Problem('rule-invalid', { errors: result.problems })
    }),
  ]
}
