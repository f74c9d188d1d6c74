// Routes: /v1/prevent: what can be said of a domain, an address or a message before mail is sent.

import { isIP } from 'node:net'
import { z } from '@hono/zod-openapi'
import { readBytes } from '../body.ts'
import { address, flag, word } from '../fields.ts'
import type { HttpDeps, HttpOptions } from '../options.ts'
import {
  AddressAdviceSchema, DomainReportSchema, MessageReportSchema, TypoGroupSchema,
} from '../prevent-schemas.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'

const WORDS_MAX = 20
const ZONE = /^[\w-]+(?:\.[\w-]+)+$/
const DOMAIN = /^[^\s@/\x00-\x1f]{1,253}$/u

const domain = z.string().regex(DOMAIN, 'a domain such as example.com')

/** Several in one field, with commas. */
function words(what: string, isGood: (one: string) => boolean): z.ZodType<string[]> {
  return z.string().max(2_000).transform((text, context) => {
    const all = text.split(',').map((one) => one.trim()).filter((one) => one !== '')
    if (all.length <= WORDS_MAX && all.every(isGood)) return all
    context.addIssue({ code: 'custom', message: `up to ${WORDS_MAX} ${what}, with commas` })
    return z.NEVER
  }).openapi({ type: 'string', description: `Up to ${WORDS_MAX} ${what}, with commas.` })
}

const domainQuery = z.strictObject({
  domain, returnPath: domain.optional(), helo: z.string().max(253).optional(),
  selectors: words('DKIM selectors', (one) => /^[\w.-]{1,63}$/.test(one)).optional(),
  ips: words('addresses of hosts', (ip) => isIP(ip) > 0).optional(),
  blocklists: words('zones of block lists', (zone) => ZONE.test(zone)).optional(),
})

type Prevent = NonNullable<HttpDeps['prevent']>

export function preventRoutes({ prevent }: HttpDeps, { bodyBytesMax }: HttpOptions): Route[] {
  const own = (): Prevent => {
    if (prevent === undefined) throw new Problem('not-found')
    return prevent
  }
  return [
    route({
      method: 'get', path: '/v1/prevent/domain', tag: 'Prevention', scope: 'read',
      summary: 'Check how a domain is set up for sending',
      description: 'SPF, DKIM, DMARC, return path, sending hosts, MX, MTA-STS, TLS reports, DANE ' +
        'and BIMI, with the exact record to publish. What the DNS does not answer is `unknown`. ' +
        'What receivers reported in thirty days stands beside it as notes, and never weighs.',
      query: domainQuery, answers: { description: 'The report.', schema: DomainReportSchema },
    }, async ({ query, caller }) => await own().domain(caller.tenant, {
      ...query, domain: readName(query.domain, 'domain'),
      returnPath: query.returnPath === undefined
        ? undefined : readName(query.returnPath, 'returnPath'),
    })),
    route({
      method: 'get', path: '/v1/prevent/address', tag: 'Prevention', scope: 'check',
      summary: 'Say what is known of an address before it is mailed',
      description: 'Syntax, domain, typing mistakes, throw-away domains, and the ledger.',
      query: z.strictObject({ address }),
      answers: { description: 'The advice.', schema: AddressAdviceSchema },
    }, async ({ query, caller }) => await own().address(caller.tenant, query.address)),
    route({
      method: 'post', path: '/v1/prevent/message', tag: 'Prevention', scope: 'read',
      summary: 'Check a message before it is sent',
      description: 'Block lists that `prevent.blocklists` names are asked about the domains of ' +
        'links. What of the same campaign, or with the same subject, was refused for its content ' +
        'in thirty days stands beside it.',
      query: z.strictObject({ bulk: flag.optional(), campaign: word.optional() }),
      raw: {
        contentTypes: ['message/rfc822', 'application/octet-stream'],
        description: 'The message as it will be sent.',
      },
      answers: { description: 'The report.', schema: MessageReportSchema },
    }, async ({ query: { bulk, campaign }, request, caller }) => await own().message(
      caller.tenant, await readBytes(request, bodyBytesMax), { isBulk: bulk, campaign })),
    route({
      method: 'get', path: '/v1/prevent/typos', tag: 'Prevention', scope: 'read',
      summary: 'List mistyped domains at which addresses bounced',
      query: z.strictObject({
        limit: z.coerce.number().int().min(1).max(500).default(50)
          .openapi({ type: 'integer', minimum: 1, maximum: 500, default: 50 }),
      }),
      answers: {
        description: 'Most addresses first.', schema: z.object({ rows: z.array(TypoGroupSchema) }),
      },
    }, async ({ query, caller }) => ({ rows: await own().typos(caller.tenant, query.limit) })),
  ]

  function readName(text: string, path: string): string {
    const name = own().readDomain(text)
    if (name !== undefined) return name
    throw new Problem('request-invalid', {
      errors: [{ path, message: 'a domain such as example.com' }],
    })
  }
}
