// Routes: /v1/check: may one send to an address, or to 100,000 of them, now?

import { z } from '@hono/zod-openapi'
import { address, flag, word } from '../fields.ts'
import type { Metrics } from '../metrics.ts'
import type { HttpDeps } from '../options.ts'
import { CheckAdviceSchema } from '../prevent-schemas.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'
import type { CheckAnswer, CheckQuery } from '../rows.ts'
import { CheckAnswerSchema } from '../schemas.ts'

const ADDRESSES_MAX = 100_000

/** What either question may ask beside the answer. */
const MORE = {
  advice: flag.optional().openapi({
    description: 'Say also what prevention knows of the address. It never changes the answer.',
  }),
  dns: flag.optional().openapi({
    description: 'With `advice`: ask the DNS about domains of which nothing is kept, 1,000 at ' +
      'most and for five seconds. Else only what is kept is told.',
  }),
}

const query = z.strictObject({ address, list: word.optional(), ...MORE })

const entry = z.union([address, z.strictObject({ address, list: word.optional() })])

const AdvisedAnswer: z.ZodType = z.intersection(
  CheckAnswerSchema, z.object({ advice: CheckAdviceSchema.optional() }))

export function checkRoutes({ ledger, prevent }: HttpDeps, { checked }: Metrics): Route[] {
  return [
    route({
      method: 'get', path: '/v1/check', tag: 'Check', scope: 'check',
      summary: 'Ask for one address',
      description: '`send`, `hold` (not before `until`) or `do-not-send`, with the reason.',
      query, answers: { description: 'The answer.', schema: AdvisedAnswer },
    }, async ({ query: { address: asked, list, ...more }, caller: { tenant } }) => {
      const one = toQuery(asked, list)
      const answer = await checkOne(ledger, tenant, one)
      checked(answer.answer)
      const [advised] = await withAdvice(prevent, tenant, [{ query: one, answer }], more)
      return advised ?? answer
    }),
    route({
      method: 'post', path: '/v1/check', tag: 'Check', scope: 'check-bulk',
      summary: 'Ask for many addresses',
      query: z.strictObject(MORE),
      json: z.strictObject({
        addresses: z.array(entry).max(ADDRESSES_MAX), list: word.optional(),
        onlyBlocked: z.boolean().optional().openapi({
          description: 'Leave out what may be sent to.',
        }),
      }),
      answers: {
        description: 'One answer for each address, in order.',
        schema: z.object({
          answers: z.array(AdvisedAnswer),
          counts: z.object({ send: z.int(), hold: z.int(), 'do-not-send': z.int() }),
        }),
      },
    }, async ({ body, query: more, caller: { tenant } }) => {
      const queries = body.addresses.map((one) => toQuery(one, body.list))
      const answers = await ledger.check(tenant, queries)
      const counts = { 'send': 0, 'hold': 0, 'do-not-send': 0 }
      for (const { answer } of answers) counts[answer]++
      const all = answers.map((answer, i) => ({ query: queries[i] as CheckQuery, answer }))
        .filter(({ answer }) => body.onlyBlocked !== true || answer.answer !== 'send')
      const advised = await withAdvice(prevent, tenant, all, more)
      return {
        answers: advised.map((answer, i) => ({ address: all[i]?.query.address, ...answer })),
        counts,
      }
    }),
  ]
}

type Asked = { readonly query: CheckQuery; readonly answer: CheckAnswer }

/** The answers as they are, with advice where it is asked for. */
async function withAdvice(
  prevent: HttpDeps['prevent'], tenant: string, asked: readonly Asked[],
  { advice: isAsked, dns: asksDns = false }: {
    readonly advice?: boolean | undefined; readonly dns?: boolean | undefined
  },
): Promise<readonly CheckAnswer[]> {
  if (isAsked !== true) return asked.map(({ answer }) => answer)
  if (prevent === undefined) throw new Problem('not-found')
  const advice = await prevent.advise(
    tenant, asked.map(({ query: one, answer }) => ({ ...one, known: answer })), { asksDns })
  return asked.map(({ answer }, i) => ({ ...answer, advice: advice[i] }))
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
