// The API document (OpenAPI 3.1), made from the routes themselves.

import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { PROBLEMS, type ProblemCode } from './problems.ts'
import type { Route, RouteFacts } from './route.ts'
import { ProblemSchema } from './schemas.ts'

type RouteConfig = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0]

const SECURITY = 'key'
const SESSION = 'session'

export type DocumentFacts = { readonly version: string; readonly publicUrl?: string | undefined }

/** Adds every route to the registry of the document. */
export function registerRoutes(app: OpenAPIHono, routes: readonly Route[]): void {
  app.openAPIRegistry.registerComponent('securitySchemes', SECURITY, {
    type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer carom_…`.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', SESSION, {
    type: 'apiKey', in: 'cookie', name: 'carom-session',
    description: 'The cookie of who is logged in (`__Host-carom` over https). What changes ' +
      'something needs `x-carom-csrf` besides, which GET /v1/session tells.',
  })
  for (const { facts } of routes) app.openAPIRegistry.registerPath(describe(facts))
}

export function buildDocument(app: OpenAPIHono, { version, publicUrl }: DocumentFacts): object {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Carom', version,
      description: 'Takes bounces in, keeps the list of addresses that get no mail, and answers ' +
        'whether one may send. Times are ISO 8601 UTC; lists go on with `cursor`; errors are ' +
        'problem details (RFC 9457) with a stable `code`.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: publicUrl ?? '/' }],
  })
}

function describe(facts: RouteFacts): RouteConfig {
  const { method, path, tag, summary, description, scope, params, query } = facts
  const headers = facts.idempotent === true ? z.object({
    'idempotency-key': z.string().optional().openapi({
      description: 'The same key gets the same answer, and nothing is done twice.',
    }),
  }) : undefined
  const body = describeBody(facts)
  return {
    method, path, tags: [tag], summary,
    operationId: operationId(facts),
    ...(description === undefined && scope === 'none' ? {} : {
      description: [description, needOf(scope)]
        .filter((text) => text !== undefined).join('\n\n'),
    }),
    ...(scope === 'none' ? {} : { security: securityOf(scope) }),
    request: {
      ...(params === undefined ? {} : { params }), ...(query === undefined ? {} : { query }),
      ...(headers === undefined ? {} : { headers }), ...(body === undefined ? {} : { body }),
    } as NonNullable<RouteConfig['request']>,
    responses: describePages(facts, {
      ...describeAnswers(facts), ...describeProblems(problemsOf(facts)),
    }),
  }
}

function securityOf(scope: RouteFacts['scope']): Record<string, string[]>[] {
  return scope === 'session' ? [{ [SESSION]: [] }] : [{ [SECURITY]: [] }, { [SESSION]: [] }]
}

function needOf(scope: RouteFacts['scope']): string | undefined {
  if (scope === 'none') return undefined
  return scope === 'session'
    ? 'Needs somebody who is logged in; a key is not enough.' : `Needs the scope \`${scope}\`.`
}

function operationId({ method, path }: RouteFacts): string {
  const words = path.split('/').filter((word) => word !== '' && word !== 'v1')
    .map((word) => word.replace(/^\{(.*)\}$/, 'by-$1').replaceAll('.', '-'))
  return [method, ...words].join('-').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function describeBody({ json, raw }: RouteFacts): object | undefined {
  if (json !== undefined) {
    return { required: true, content: { 'application/json': { schema: json } } }
  }
  if (raw === undefined) return undefined
  const schema = raw.schema ?? z.string().openapi({ format: 'binary' })
  return {
    required: true, description: raw.description,
    content: Object.fromEntries(raw.contentTypes.map((type) => [type, { schema }])),
  }
}

function describeAnswers({ answers }: RouteFacts): RouteConfig['responses'] {
  const { status = 200, description, schema, contentTypes } = answers
  const types = contentTypes ?? ['application/json']
  return {
    [status]: {
      description,
      content: Object.fromEntries(types.map((type) => [type, { schema: schema ?? z.string() }])),
    },
  }
}

/** Pages for people beside the problems for programs, of the same status. */
function describePages(
  { answers: { pages = [], contentTypes = [], description } }: RouteFacts,
  responses: RouteConfig['responses'],
): RouteConfig['responses'] {
  const content = Object.fromEntries(contentTypes.map((type) => [type, { schema: z.string() }]))
  return { ...responses, ...Object.fromEntries(pages.map((status) => {
    const known = responses[status] as { description: string; content?: object } | undefined
    return [status, { description, ...known, content: { ...known?.content, ...content } }]
  })) }
}

/** What can happen to every request of its kind, and what the route says of itself. */
function problemsOf({ scope, params, query, json, raw, idempotent, problems }: RouteFacts) {
  const all: ProblemCode[] = [
    ...(params ?? query ?? json ?? raw) === undefined ? [] : ['request-invalid'] as const,
    ...json === undefined ? [] : ['json-invalid'] as const,
    ...scope === 'none' ? [] : scope === 'session' ? ['session-needed', 'csrf-invalid'] as const
      : ['key-missing', 'key-invalid', 'scope-missing', 'csrf-invalid'] as const,
    ...(json ?? raw) === undefined
      ? [] : ['body-too-large', 'media-type-unsupported'] as const,
    ...idempotent === true
      ? ['idempotency-in-progress', 'idempotency-key-reused'] as const : [],
    ...scope === 'write' || scope === 'operate' ? ['policy-damaged'] as const : [],
    ...problems ?? [], 'rate-limited', 'internal-error', 'store-unavailable',
  ]
  return all
}

function describeProblems(codes: readonly ProblemCode[]): RouteConfig['responses'] {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status)
  return Object.fromEntries([...byStatus].map(([status, group]) => [status, {
    description: group.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join('\n\n'),
    content: { 'application/problem+json': { schema: ProblemSchema } },
  }]))
}
