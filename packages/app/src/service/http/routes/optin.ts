// Routes: /v1/optin and /v1/fix-links: ask somebody to confirm an address, see who did, and lead
// somebody to the page where an address is mended.

import { z } from '@hono/zod-openapi'
import { formatPage } from '../cursors.ts'
import { address, defined, PAGE_FIELDS, readPage, word } from '../fields.ts'
import {
  AskAnswerSchema, OptinLanguageSchema, OptinRowSchema, OptinStatsSchema,
} from '../optin-schemas.ts'
import type { HttpDeps } from '../options.ts'
import { Problem } from '../problems.ts'
import { route, type Route } from '../route.ts'

const LIST_CHARS_MAX = 200
const REDIRECT_CHARS_MAX = 2_000

const list = word.refine((text) => text.length <= LIST_CHARS_MAX, 'up to 200 characters')
const language = OptinLanguageSchema

type Optin = NonNullable<HttpDeps['optin']>

/** @throws Problem `not-found` where nobody is asked to confirm */
function optinIn({ optin }: HttpDeps): Optin {
  if (optin !== undefined) return optin
  throw new Problem('not-found', { detail: 'Double opt-in is off: set optin.enabled.' })
}

export function optinRoutes(deps: HttpDeps): Route[] {
  return [
    route({
      method: 'post', path: '/v1/optin', tag: 'Opt-in', scope: 'write', idempotent: true,
      summary: 'Ask somebody to confirm an address',
      description: 'Sends a mail with a link; the webhook `optin.confirmed` tells when its ' +
        'button was pressed. Who complained or unsubscribed is asked only where `byPerson` says ' +
        'that she wants it herself. `suggestion` is what was probably meant: the address is used ' +
        'as it was given, so ask with `dryRun` first where a form can offer the choice.',
      json: z.strictObject({
        address, list, source: word.optional(), language: language.optional(),
        redirect: z.string().max(REDIRECT_CHARS_MAX).optional(),
        byPerson: z.boolean().default(false), dryRun: z.boolean().default(false),
      }),
      answers: { description: 'What becomes of it.', schema: AskAnswerSchema },
      problems: ['address-invalid', 'not-found'],
    }, async ({ body, caller }) => {
      const answer = await optinIn(deps).ask(caller.tenant, caller.actor, defined(body))
      const { reason, why } = answer
      const detail = why === undefined ? {} : { detail: why }
      if (reason === 'address-invalid') throw new Problem('address-invalid', detail)
      if (reason !== 'redirect-refused') return answer
      throw new Problem('request-invalid', {
        errors: [{ path: 'redirect', message: why ?? reason }],
      })
    }),
    listRoute(deps),
    route({
      method: 'get', path: '/v1/optin/stats', tag: 'Opt-in', scope: 'read',
      summary: 'Show how many confirm, and how addresses bounce that did and did not',
      answers: { description: 'By list and by source.', schema: OptinStatsSchema },
    }, async ({ caller }) => await deps.optinRecords.stats(caller.tenant)),
    route({
      method: 'post', path: '/v1/fix-links', tag: 'Opt-in', scope: 'write',
      summary: 'Make a link to the page where somebody mends an address',
      description: 'It shows which address mail does not reach, and why. A new one counts once ' +
        'it is confirmed: the webhook `address.replaced` tells it.',
      json: z.strictObject({ address, list, language: language.optional() }),
      answers: { status: 201, description: 'The link.', schema: z.object({
        url: z.string(), expiresAt: z.string(),
      }) },
      problems: ['address-invalid', 'not-found'],
    }, async ({ body, caller }) => {
      const link = await optinIn(deps).makeFixLink(caller.tenant, defined(body))
      if (link === undefined) throw new Problem('address-invalid')
      return link
    }),
  ]
}

function listRoute(deps: HttpDeps): Route {
  return route({
    method: 'get', path: '/v1/optin', tag: 'Opt-in', scope: 'read',
    summary: 'List who was asked to confirm',
    query: z.strictObject({
      list: list.optional(), status: z.enum(['pending', 'confirmed', 'expired']).optional(),
      ...PAGE_FIELDS,
    }),
    answers: { description: 'Newest first.', schema: z.object({
      rows: z.array(OptinRowSchema), next: z.string().optional(),
    }) },
    problems: ['cursor-invalid'],
  }, async ({ query, caller }) => {
    const page = readPage('optin', ['n', 's'], query)
    const { list: wanted, status } = query
    const rows = await deps.optinRecords.list(
      caller.tenant, defined({ list: wanted, status }), page)
    const last = rows.length < page.limit ? undefined : rows.at(-1)
    return formatPage('optin', {
      rows, ...last === undefined ? {} : { next: [last.askedAt, last.id] },
    })
  })
}
