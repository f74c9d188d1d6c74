// Routes: /v1/check: may one send to an address, or to 100,000 of them, now?

import { z } from '@hono/zod-openapi'
import { address, word } from '../fields.ts'
import type { Metrics } from '../metrics.ts'
import type { HttpDeps } from '../options.ts'
import { route, type Route } from '../route.ts'
import type { CheckAnswer, CheckQuery } from '../rows.ts'
import { CheckAnswerSchema } from '../schemas.ts'

const ADDRESSES_MAX = 100_000

const query = z.strictObject({ address, list: word.optional() })

const entry = z.union([address, z.strictObject({ address, list: word.optional() })])

export function checkRoutes({ ledger }: HttpDeps, { checked }: Metrics): Route[] {
  return [
    route({
      method: 'get', path: '/v1/check', tag: 'Check', scope: 'check',
      summary: 'Ask for one address',
      description: '`send`, `hold` (not before `until`) or `do-not-send`, with the reason.',
      query, answers: { description: 'The answer.', schema: CheckAnswerSchema },
    }, async ({ query: { address: asked, list }, caller }) => {
      const answer = await checkOne(ledger, caller.tenant, toQuery(asked, list))
      checked(answer.answer)
      return answer
    }),
    route({
      method: 'post', path: '/v1/check', tag: 'Check', scope: 'check-bulk',
      summary: 'Ask for many addresses',
      json: z.strictObject({
        addresses: z.array(entry).max(ADDRESSES_MAX), list: word.optional(),
        onlyBlocked: z.boolean().optional().openapi({
          description: 'Leave out what may be sent to.',
        }),
      }),
      answers: {
        description: 'One answer for each address, in order.',
        schema: z.object({
          answers: z.array(CheckAnswerSchema),
          counts: z.object({ send: z.int(), hold: z.int(), 'do-not-send': z.int() }),
        }),
      },
    }, async ({ body, caller }) => {
      const queries = body.addresses.map((one) => toQuery(one, body.list))
      const answers = await ledger.check(caller.tenant, queries)
      const counts = { 'send': 0, 'hold': 0, 'do-not-send': 0 }
      for (const { answer } of answers) counts[answer]++
      const rows = answers.map((answer, i) => ({ address: queries[i]?.address, ...answer }))
      return {
        answers: body.onlyBlocked === true ? rows.filter(({ answer }) => answer !== 'send') : rows,
        counts,
      }
    }),
  ]
}

async function checkOne(
  ledger: HttpDeps['ledger'], tenant: string, one: CheckQuery,
): Promise<CheckAnswer> {
  const answer = ledger.checkNow(tenant, one) ?? (await ledger.check(tenant, [one]))[0]
  if (answer === undefined) throw new Error('the ledger gave no answer')
  return answer
}

function toQuery(
  one: string | { readonly address: string; readonly list?: string | undefined },
  list: string | undefined,
): CheckQuery {
  const { address: asked, list: own } =
    typeof one === 'string' ? { address: one, list: undefined } : one
  const at = own ?? list
  return at === undefined ? { address: asked } : { address: asked, list: at }
}
